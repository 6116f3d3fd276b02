package org.gongjian.pairing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ChangeTable {

	private final JdbcClient jdbc;

	ChangeTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Fails on a duplicate while another case changes the same pairing. */
	void open(String caseNumber, UUID pairing, RequestType type, Instant at) {
		this.jdbc.sql("""
				insert into pairing_change (case_number, pairing, request_type, opened_at, open_pairing)
				values (:case, :pairing, :type, :at, :pairing)
				""")
			.param("case", caseNumber)
			.param("pairing", pairing)
			.param("type", type.name())
			.param("at", PairingTable.time(at))
			.update();
	}

	boolean close(String caseNumber, Instant at) {
		return this.jdbc.sql("""
				update pairing_change set closed_at = :at, open_pairing = null
				where case_number = :case and open_pairing is not null
				""").param("at", PairingTable.time(at)).param("case", caseNumber).update() == 1;
	}

	Optional<Change> of(String caseNumber) {
		return this.jdbc.sql("select * from pairing_change where case_number = :case")
			.param("case", caseNumber)
			.query(ChangeTable::map)
			.optional();
	}

	/** The case under way that changes a pairing. */
	Optional<Change> openOf(UUID pairing) {
		return this.jdbc.sql("select * from pairing_change where open_pairing = :pairing")
			.param("pairing", pairing)
			.query(ChangeTable::map)
			.optional();
	}

	/** Every case that changes or changed a pairing, newest first. */
	List<Change> ofPairing(UUID pairing) {
		return this.jdbc
			.sql("select * from pairing_change where pairing = :pairing order by opened_at desc, case_number")
			.param("pairing", pairing)
			.query(ChangeTable::map)
			.list();
	}

	/** Cases under way that renew or adjust a pairing of an organisation. */
	List<String> openCases(String organisation) {
		return this.jdbc.sql("""
				select c.case_number from pairing_change c join pairing p on p.id = c.open_pairing
				where (p.government_org = :org or p.enterprise_org = :org) and c.request_type <> 'TERMINATE'
				order by c.case_number
				""").param("org", organisation).query(String.class).list();
	}

	private static Change map(ResultSet row, int number) throws SQLException {
		return new Change(row.getString("case_number"), row.getObject("pairing", UUID.class),
				RequestType.valueOf(row.getString("request_type")), row.getObject("open_pairing") != null);
	}

}
