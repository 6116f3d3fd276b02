package org.gongjian.pairing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

import org.gongjian.shared.Bilingual;
import org.gongjian.shared.RowCursor;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PairingListTable {

	private final JdbcClient jdbc;

	PairingListTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * One page of the register, newest first.
	 * @param organisations whose pairings are seen, {@code null} for all
	 */
	List<PairingRow> page(PairingFilter filter, Collection<String> organisations, RowCursor after, int limit) {
		return this.jdbc.sql("""
				select p.*, g.name_en as gov_en, g.name_zh as gov_zh, e.name_en as ent_en, e.name_zh as ent_zh
				from pairing p
				  join organisation g on g.code = p.government_org
				  join organisation e on e.code = p.enterprise_org
				where (p.proposed_at < :at or (p.proposed_at = :at and p.id > :id))
				  and (:everybody or p.government_org in (:orgs) or p.enterprise_org in (:orgs))
				  and (:status = '' or p.status = :status)
				  and (:org = '' or p.government_org = :org or p.enterprise_org = :org)
				  and (:text = '' or lower(p.number) like :text escape '!' or lower(p.case_number) like :text escape '!'
				    or lower(g.name_en) like :text escape '!' or g.name_zh like :text escape '!'
				    or lower(e.name_en) like :text escape '!' or e.name_zh like :text escape '!')
				order by p.proposed_at desc, p.id
				limit :limit
				""")
			.param("at", PairingTable.time(after.at()))
			.param("id", after.uuid())
			.param("everybody", organisations == null)
			.param("orgs", (organisations == null || organisations.isEmpty()) ? List.of("") : organisations)
			.param("status", (filter.status() == null) ? "" : filter.status().name())
			.param("org", filter.organisation())
			.param("text", filter.pattern())
			.param("limit", limit)
			.query(PairingListTable::map)
			.list();
	}

	private static PairingRow map(ResultSet row, int number) throws SQLException {
		return new PairingRow(PairingTable.map(row, number),
				new Bilingual(row.getString("gov_en"), row.getString("gov_zh")),
				new Bilingual(row.getString("ent_en"), row.getString("ent_zh")));
	}

}
