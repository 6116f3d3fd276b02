package org.gongjian.pairing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PairingTable {

	private final JdbcClient jdbc;

	PairingTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Pairing> find(String handle) {
		return this.jdbc.sql("select * from pairing where number = :handle or case_number = :handle")
			.param("handle", handle)
			.query(PairingTable::map)
			.optional();
	}

	Optional<Pairing> ofCase(String caseNumber) {
		return this.jdbc.sql("select * from pairing where case_number = :case")
			.param("case", caseNumber)
			.query(PairingTable::map)
			.optional();
	}

	/** The pairing of a case, locked until the end of the transaction. */
	Optional<Pairing> lockOfCase(String caseNumber) {
		return this.jdbc.sql("select * from pairing where case_number = :case for update")
			.param("case", caseNumber)
			.query(PairingTable::map)
			.optional();
	}

	/** The pairing of that number, locked until the end of the transaction. */
	Optional<Pairing> lock(String number) {
		return this.jdbc.sql("select * from pairing where number = :number for update")
			.param("number", number)
			.query(PairingTable::map)
			.optional();
	}

	Optional<Pairing> byId(UUID id) {
		return this.jdbc.sql("select * from pairing where id = :id")
			.param("id", id)
			.query(PairingTable::map)
			.optional();
	}

	/** The one that holds a pair, be it in force or on its way. */
	Optional<Pairing> taking(String governmentOrg, String enterpriseOrg) {
		return this.jdbc.sql("select * from pairing where open_pair = :pair")
			.param("pair", pair(governmentOrg, enterpriseOrg))
			.query(PairingTable::map)
			.optional();
	}

	/** How many an organisation has that are approved or in force. */
	int active(String organisation) {
		return this.jdbc.sql("""
				select count(*) from pairing
				where (government_org = :org or enterprise_org = :org)
				  and (status in ('IN_FORCE', 'SUSPENDED', 'EXPIRING') or status = 'APPROVED' and not renewal)
				""").param("org", organisation).query(Integer.class).single();
	}

	/** Pairings in some states, of some organisations or of all. */
	List<Pairing> in(Collection<PairingStatus> states, Collection<String> organisations) {
		return this.jdbc.sql("""
				select * from pairing
				where status in (:states) and (:all or government_org in (:orgs) or enterprise_org in (:orgs))
				order by government_org, enterprise_org
				""")
			.param("states", states.stream().map(Enum::name).toList())
			.param("all", organisations.isEmpty())
			.param("orgs", organisations.isEmpty() ? List.of("") : organisations)
			.query(PairingTable::map)
			.list();
	}

	void insert(Pairing pairing) {
		this.jdbc
			.sql("""
					insert into pairing (id, number, case_number, programme, government_org, enterprise_org, status, focus_areas,
					  term_start, term_end, government_liaison, enterprise_liaison, planned_activities, planned_deeds,
					  plaque_requested, key_pair, renewal, proposed_at, approved_on, in_force_on, ended_on, ceremony_on, open_pair,
					  provenance, evidence, version)
					values (:id, :number, :case, :programme, :gov, :ent, :status, :focus, :start, :end, :govLiaison, :entLiaison,
					  :activities, :deeds, :plaque, :key, :renewal, :at, :approved, :inForce, :ended, :ceremony, :pair, :provenance,
					  :evidence, 0)
					""")
			.param("id", pairing.id())
			.param("number", pairing.number())
			.param("case", pairing.caseNumber())
			.param("programme", pairing.programme())
			.param("gov", pairing.governmentOrg())
			.param("ent", pairing.enterpriseOrg())
			.param("status", pairing.status().name())
			.param("focus", String.join(",", pairing.focusAreas()))
			.param("start", pairing.termStart())
			.param("end", pairing.termEnd())
			.param("govLiaison", pairing.governmentLiaison())
			.param("entLiaison", pairing.enterpriseLiaison())
			.param("activities", pairing.plannedActivities())
			.param("deeds", pairing.plannedDeeds())
			.param("plaque", pairing.plaqueRequested())
			.param("key", pairing.keyPair())
			.param("renewal", pairing.renewal())
			.param("at", time(pairing.proposedAt()))
			.param("approved", pairing.approvedOn())
			.param("inForce", pairing.inForceOn())
			.param("ended", pairing.endedOn())
			.param("ceremony", pairing.ceremonyOn())
			.param("pair", pair(pairing))
			.param("provenance", pairing.provenance())
			.param("evidence", pairing.evidence())
			.update();
	}

	/** Takes over what was proposed anew; only before it is approved. */
	boolean propose(Pairing pairing) {
		return this.jdbc
			.sql("""
					update pairing
					set programme = :programme, government_org = :gov, enterprise_org = :ent, status = :status, focus_areas = :focus,
					  term_start = :start, term_end = :end, government_liaison = :govLiaison, enterprise_liaison = :entLiaison,
					  planned_activities = :activities, planned_deeds = :deeds, plaque_requested = :plaque, open_pair = :pair,
					  version = version + 1
					where id = :id and status in ('DRAFT', 'CONSULTING', 'UNDER_REVIEW')
					""")
			.param("id", pairing.id())
			.param("programme", pairing.programme())
			.param("gov", pairing.governmentOrg())
			.param("ent", pairing.enterpriseOrg())
			.param("status", pairing.status().name())
			.param("focus", String.join(",", pairing.focusAreas()))
			.param("start", pairing.termStart())
			.param("end", pairing.termEnd())
			.param("govLiaison", pairing.governmentLiaison())
			.param("entLiaison", pairing.enterpriseLiaison())
			.param("activities", pairing.plannedActivities())
			.param("deeds", pairing.plannedDeeds())
			.param("plaque", pairing.plaqueRequested())
			.param("pair", pair(pairing))
			.update() == 1;
	}

	/** Moves a pairing on, unless it is in no state to. */
	boolean move(UUID id, Collection<PairingStatus> from, PairingStatus to, LocalDate endedOn) {
		return this.jdbc.sql("""
				update pairing
				set status = :to, open_pair = case when :taken then open_pair else null end, ended_on = :ended,
				  version = version + 1
				where id = :id and status in (:from)
				""")
			.param("to", to.name())
			.param("taken", to.taken())
			.param("ended", to.taken() ? null : endedOn)
			.param("id", id)
			.param("from", from.stream().map(Enum::name).toList())
			.update() == 1;
	}

	boolean approve(UUID id, String number, boolean keyPair, boolean waiver, LocalDate on) {
		return this.jdbc.sql("""
				update pairing
				set status = 'APPROVED', number = :number, key_pair = :key, waiver = :waiver, approved_on = :on,
				  version = version + 1
				where id = :id and status = 'UNDER_REVIEW'
				""")
			.param("number", number)
			.param("key", keyPair)
			.param("waiver", waiver)
			.param("on", on)
			.param("id", id)
			.update() == 1;
	}

	boolean activate(UUID id, LocalDate on) {
		return this.jdbc.sql("""
				update pairing
				set status = 'IN_FORCE', in_force_on = :on, open_pair = government_org || ':' || enterprise_org,
				  version = version + 1
				where id = :id and status = 'APPROVED'
				""").param("on", on).param("id", id).update() == 1;
	}

	boolean ceremony(UUID id, LocalDate on) {
		return this.jdbc
			.sql("update pairing set ceremony_on = :on, version = version + 1 where id = :id and ceremony_on is null")
			.param("on", on)
			.param("id", id)
			.update() == 1;
	}

	/**
	 * Where what a case says comes from: {@code D} for a fill-in of the demonstration.
	 */
	void provenance(String caseNumber, String provenance) {
		this.jdbc.sql("update pairing set provenance = :provenance where case_number = :number")
			.param("provenance", provenance)
			.param("number", caseNumber)
			.update();
	}

	/** Cases of an organisation that are under way and not in force. */
	List<String> openCases(String organisation) {
		return this.jdbc.sql("""
				select case_number from pairing
				where (government_org = :org or enterprise_org = :org) and case_number is not null
				  and status in ('DRAFT', 'CONSULTING', 'UNDER_REVIEW', 'APPROVED')
				order by case_number
				""").param("org", organisation).query(String.class).list();
	}

	private static String pair(Pairing pairing) {
		String pair = pair(pairing.governmentOrg(), pairing.enterpriseOrg());
		return !pairing.status().taken() ? null : pairing.renewal() ? pair + ":next" : pair;
	}

	private static String pair(String governmentOrg, String enterpriseOrg) {
		return governmentOrg + ":" + enterpriseOrg;
	}

	static OffsetDateTime time(Instant at) {
		return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
	}

	static Pairing map(ResultSet row, int number) throws SQLException {
		String focus = row.getString("focus_areas");
		return new Pairing(row.getObject("id", UUID.class), row.getString("number"), row.getString("case_number"),
				row.getString("programme"), row.getString("government_org"), row.getString("enterprise_org"),
				PairingStatus.valueOf(row.getString("status")), focus.isEmpty() ? List.of() : List.of(focus.split(",")),
				row.getObject("term_start", LocalDate.class), row.getObject("term_end", LocalDate.class),
				row.getObject("government_liaison", UUID.class), row.getObject("enterprise_liaison", UUID.class),
				row.getInt("planned_activities"), row.getInt("planned_deeds"), row.getBoolean("plaque_requested"),
				row.getBoolean("key_pair"), row.getBoolean("renewal"),
				row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
				row.getObject("approved_on", LocalDate.class), row.getObject("in_force_on", LocalDate.class),
				row.getObject("ended_on", LocalDate.class), row.getObject("ceremony_on", LocalDate.class),
				row.getString("provenance"), row.getString("evidence"));
	}

}
