package org.gongjian.plaque;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.gongjian.shared.Bilingual;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code plaque}. A change of state names the state it leaves. */
@Repository
class PlaqueTable {

	private static final String NOBODY = "-";

	private final JdbcClient jdbc;

	private final Clock clock;

	PlaqueTable(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	void insert(Plaque plaque) {
		this.jdbc
			.sql("""
					insert into plaque (id, batch, organisation, name_en, name_zh, pairing, number, sort_key, search_key,
					  plaque_text, issuer, state, valid_from, valid_to, handed_on, hung_on, hang_place, provenance, created_at,
					  updated_at, version)
					values (:id, :batch, :organisation, :nameEn, :nameZh, :pairing, :number, :sortKey, :searchKey, :text, :issuer,
					  :state, :validFrom, :validTo, :handedOn, :hungOn, :hangPlace, :provenance, :at, :at, 0)
					""")
			.param("id", plaque.id())
			.param("batch", plaque.batch())
			.param("organisation", plaque.organisation())
			.param("nameEn", plaque.name().en())
			.param("nameZh", plaque.name().zh())
			.param("pairing", plaque.pairing())
			.param("number", plaque.number())
			.param("sortKey", sortKey(plaque.number()))
			.param("searchKey", searchKey(plaque.number(), plaque.organisation(), plaque.name()))
			.param("text", plaque.text())
			.param("issuer", plaque.issuer())
			.param("state", plaque.state().name())
			.param("validFrom", plaque.validFrom())
			.param("validTo", plaque.validTo())
			.param("handedOn", plaque.handedOn())
			.param("hungOn", plaque.hungOn())
			.param("hangPlace", plaque.hangPlace())
			.param("provenance", plaque.provenance())
			.param("at", now())
			.update();
	}

	Optional<Plaque> find(String number) {
		return this.jdbc.sql("select * from plaque where number = :number")
			.param("number", number)
			.query(PlaqueTable::map)
			.optional();
	}

	List<Plaque> ofBatch(UUID batch) {
		return this.jdbc.sql("select * from plaque where batch = :batch order by organisation")
			.param("batch", batch)
			.query(PlaqueTable::map)
			.list();
	}

	/** The plaques that are on their way in open batches for an organisation. */
	List<Plaque> ofOpenBatches(String organisation) {
		return this.jdbc.sql("""
				select p.* from plaque p join plaque_batch b on b.id = p.batch
				where p.organisation = :organisation and b.state = 'OPEN' and p.state not in ('NOT_AWARDED', 'VOID')
				""").param("organisation", organisation).query(PlaqueTable::map).list();
	}

	/** The numbered plaques an organisation holds or will hold. */
	List<Plaque> heldBy(String organisation) {
		return this.jdbc.sql("""
				select * from plaque where organisation = :organisation and number is not null and state <> 'VOID'
				order by sort_key desc
				""").param("organisation", organisation).query(PlaqueTable::map).list();
	}

	/** Moves a plaque on, unless it is elsewhere by now. */
	boolean move(UUID id, PlaqueState from, PlaqueState to, String reason) {
		return this.jdbc.sql("""
				update plaque set state = :to, reason = :reason, updated_at = :at, version = version + 1,
				  approved_at = case when :to = 'APPROVED' then :at else approved_at end
				where id = :id and state = :from
				""")
			.param("id", id)
			.param("from", from.name())
			.param("to", to.name())
			.param("reason", reason)
			.param("at", now())
			.update() == 1;
	}

	/** What the batch says about a plaque that has no number yet. */
	void describe(UUID id, String text, String issuer, LocalDate from, LocalDate to) {
		this.jdbc
			.sql("""
					update plaque set plaque_text = :text, issuer = :issuer, valid_from = :from, valid_to = :to, updated_at = :at,
					  version = version + 1
					where id = :id and number is null
					""")
			.param("id", id)
			.param("text", text)
			.param("issuer", issuer)
			.param("from", from)
			.param("to", to)
			.param("at", now())
			.update();
	}

	/** Gives an approved plaque its number and the name its organisation has now. */
	boolean number(UUID id, String number, String organisation, Bilingual name) {
		return this.jdbc.sql("""
				update plaque set state = 'NUMBERED', number = :number, sort_key = :sortKey, search_key = :searchKey,
				  name_en = :nameEn, name_zh = :nameZh, updated_at = :at, version = version + 1
				where id = :id and state = 'APPROVED'
				""")
			.param("id", id)
			.param("number", number)
			.param("sortKey", sortKey(number))
			.param("searchKey", searchKey(number, organisation, name))
			.param("nameEn", name.en())
			.param("nameZh", name.zh())
			.param("at", now())
			.update() == 1;
	}

	/** A plaque is made and cost so much. */
	boolean made(UUID id, BigDecimal cost) {
		return this.jdbc.sql("""
				update plaque set state = 'MADE', cost = :cost, reason = null, updated_at = :at, version = version + 1
				where id = :id and state = 'NUMBERED'
				""").param("id", id).param("cost", cost).param("at", now()).update() == 1;
	}

	boolean handOver(UUID id, LocalDate on) {
		return this.jdbc.sql("""
				update plaque set state = 'HANDED_OVER', handed_on = :on, updated_at = :at, version = version + 1
				where id = :id and state = 'MADE'
				""").param("id", id).param("on", on).param("at", now()).update() == 1;
	}

	boolean hang(UUID id, LocalDate on, String place) {
		return this.jdbc
			.sql("""
					update plaque set state = 'HUNG', hung_on = :on, hang_place = :place, updated_at = :at, version = version + 1
					where id = :id and state = 'HANDED_OVER'
					""")
			.param("id", id)
			.param("on", on)
			.param("place", place)
			.param("at", now())
			.update() == 1;
	}

	/**
	 * A page of the ledger, newest number first.
	 * @param pattern of the search key
	 * @param states the states asked for
	 * @param organisations whose plaques may be seen; everybody's when {@code all}
	 * @param before the sort key of the last row of the page before
	 */
	List<Plaque> page(String pattern, Collection<PlaqueState> states, boolean all, Collection<String> organisations,
			String before, int limit) {
		return this.jdbc.sql("""
				select * from plaque
				where sort_key < :before and search_key like :pattern escape '!' and state in (:states)
				  and (:all or organisation in (:organisations))
				order by sort_key desc
				limit :limit
				""")
			.param("before", before)
			.param("pattern", pattern)
			.param("states", states.stream().map(Enum::name).toList())
			.param("all", all)
			.param("organisations", organisations.isEmpty() ? List.of(NOBODY) : organisations)
			.param("limit", limit)
			.query(PlaqueTable::map)
			.list();
	}

	/** {@code DJGJ-2026-001} as {@code 2026-000001}, so that 1000 comes after 999. */
	static String sortKey(String number) {
		if (number == null) {
			return null;
		}
		String[] parts = number.split("-");
		return parts[1] + "-" + "0".repeat(Math.max(0, 6 - parts[2].length())) + parts[2];
	}

	static String searchKey(String number, String organisation, Bilingual name) {
		return String.join(" ", (number == null) ? "" : number, organisation, name.en(), name.zh())
			.toLowerCase(Locale.ROOT);
	}

	private OffsetDateTime now() {
		return OffsetDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC);
	}

	static Plaque map(ResultSet row, int number) throws SQLException {
		return new Plaque(row.getObject("id", UUID.class), row.getObject("batch", UUID.class),
				row.getString("organisation"), new Bilingual(row.getString("name_en"), row.getString("name_zh")),
				row.getString("pairing"), row.getString("number"), row.getString("plaque_text"),
				row.getString("issuer"), PlaqueState.valueOf(row.getString("state")),
				row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class),
				row.getObject("handed_on", LocalDate.class), row.getObject("hung_on", LocalDate.class),
				row.getString("hang_place"), row.getString("reason"), row.getString("replaced_by"),
				row.getString("provenance"));
	}

}
