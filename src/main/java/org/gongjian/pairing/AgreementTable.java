package org.gongjian.pairing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AgreementTable {

	private final JdbcClient jdbc;

	AgreementTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(Agreement agreement) {
		this.jdbc
			.sql("""
					insert into agreement (id, pairing, number, version_no, made_on, signed_government_on, signed_enterprise_on,
					  file_id, case_number, voided)
					values (:id, :pairing, :number, :version, :made, :gov, :ent, :file, :case, :voided)
					""")
			.param("id", agreement.id())
			.param("pairing", agreement.pairing())
			.param("number", agreement.number())
			.param("version", agreement.version())
			.param("made", agreement.madeOn())
			.param("gov", agreement.signedGovernmentOn())
			.param("ent", agreement.signedEnterpriseOn())
			.param("file", agreement.file())
			.param("case", agreement.caseNumber())
			.param("voided", agreement.voided())
			.update();
	}

	List<Agreement> of(UUID pairing) {
		return this.jdbc.sql("select * from agreement where pairing = :pairing order by version_no desc")
			.param("pairing", pairing)
			.query(AgreementTable::map)
			.list();
	}

	Optional<Agreement> ofCase(String caseNumber) {
		return this.jdbc.sql("select * from agreement where case_number = :case")
			.param("case", caseNumber)
			.query(AgreementTable::map)
			.optional();
	}

	void signed(UUID id, LocalDate governmentOn, LocalDate enterpriseOn) {
		this.jdbc.sql("""
				update agreement set signed_government_on = :gov, signed_enterprise_on = :ent
				where id = :id and signed_government_on is null and signed_enterprise_on is null
				""").param("gov", governmentOn).param("ent", enterpriseOn).param("id", id).update();
	}

	boolean voided(UUID id) {
		return this.jdbc.sql("update agreement set voided = true where id = :id and not voided")
			.param("id", id)
			.update() == 1;
	}

	private static Agreement map(ResultSet row, int number) throws SQLException {
		return new Agreement(row.getObject("id", UUID.class), row.getObject("pairing", UUID.class),
				row.getString("number"), row.getInt("version_no"), row.getObject("made_on", LocalDate.class),
				row.getObject("signed_government_on", LocalDate.class),
				row.getObject("signed_enterprise_on", LocalDate.class), row.getObject("file_id", UUID.class),
				row.getString("case_number"), row.getBoolean("voided"));
	}

}
