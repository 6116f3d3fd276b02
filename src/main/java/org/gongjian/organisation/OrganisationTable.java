package org.gongjian.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code organisation} and {@code organisation_name}. */
@Repository
class OrganisationTable {

	private static final Duration REMEMBERED = Duration.ofSeconds(2);

	private final JdbcClient jdbc;

	/** Every page names organisations, and they hardly ever change. */
	private final Cache<String, Organisation> known = Caffeine.newBuilder()
		.maximumSize(5_000)
		.expireAfterWrite(REMEMBERED)
		.build();

	OrganisationTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Organisation> find(String code) {
		return this.jdbc.sql("select * from organisation where code = :code")
			.param("code", code)
			.query(OrganisationTable::map)
			.optional();
	}

	List<Organisation> all(Collection<String> codes) {
		return codes.isEmpty() ? List.of()
				: this.jdbc.sql("select * from organisation where code in (:codes)")
					.param("codes", codes)
					.query(OrganisationTable::map)
					.list();
	}

	/**
	 * The same for pages that only show them: as they were at most two seconds ago.
	 */
	List<Organisation> remembered(Collection<String> codes) {
		List<Organisation> all = new ArrayList<>(this.known.getAllPresent(codes).values());
		Set<String> unknown = new HashSet<>(codes);
		all.forEach((organisation) -> unknown.remove(organisation.code()));
		List<Organisation> read = all(unknown);
		read.forEach((organisation) -> this.known.put(organisation.code(), organisation));
		all.addAll(read);
		return all;
	}

	/** What is changed here is seen here at once, on other nodes after two seconds. */
	private void changed() {
		this.known.invalidateAll();
	}

	/** An active organisation of that folded Chinese name. */
	Optional<String> codeOfName(String nameKey) {
		return this.jdbc.sql("select code from organisation where name_key = :key")
			.param("key", nameKey)
			.query(String.class)
			.optional();
	}

	/**
	 * A page of the list, by code.
	 * @param pattern a folded pattern with {@code !} as escape
	 * @param side or {@code null} for all, likewise type and active
	 * @param after the last code of the page before, or empty
	 */
	List<Organisation> page(String pattern, Side side, OrgType type, Boolean active, String after, int limit) {
		return this.jdbc.sql("""
				select * from organisation
				where search_key like :pattern escape '!'
				  and (cast(:side as varchar(20)) is null or side = :side)
				  and (cast(:type as varchar(30)) is null or org_type = :type)
				  and (cast(:active as boolean) is null or active = :active)
				  and code > :after
				order by code
				limit :limit
				""")
			.param("pattern", pattern)
			.param("side", (side == null) ? null : side.name())
			.param("type", (type == null) ? null : type.name())
			.param("active", active)
			.param("after", after)
			.param("limit", limit)
			.query(OrganisationTable::map)
			.list();
	}

	/** Codes of the organisations directly below. */
	List<String> children(String code) {
		return this.jdbc.sql("select code from organisation where parent_code = :code order by code")
			.param("code", code)
			.query(String.class)
			.list();
	}

	void insert(Organisation organisation, String by, Instant at) {
		changed();
		bind(this.jdbc
			.sql("""
					insert into organisation (code, name_en, name_zh, short_zh, name_key, search_key, side, org_type, sector,
					  parent_code, unit_name, industry, member_count, term_end, address, plaque_wall_limit, note, active,
					  provenance, created_by, created_at, updated_by, updated_at, version)
					values (:code, :nameEn, :nameZh, :shortZh, :nameKey, :searchKey, :side, :orgType, :sector,
					  :parent, :unitName, :industry, :memberCount, :termEnd, :address, :plaqueWallLimit, :note, true,
					  :provenance, :by, :at, :by, :at, 0)
					"""),
				organisation)
			.param("provenance", organisation.provenance())
			.param("by", by)
			.param("at", time(at))
			.update();
	}

	/** Changes everything but the code, unless somebody else changed it since. */
	boolean update(Organisation organisation, String by, Instant at) {
		changed();
		return bind(this.jdbc.sql("""
				update organisation
				set name_en = :nameEn, name_zh = :nameZh, short_zh = :shortZh, search_key = :searchKey,
				  name_key = case when active then :nameKey else null end, side = :side, org_type = :orgType,
				  sector = :sector, parent_code = :parent, unit_name = :unitName, industry = :industry,
				  member_count = :memberCount, term_end = :termEnd, address = :address,
				  plaque_wall_limit = :plaqueWallLimit, note = :note, updated_by = :by, updated_at = :at,
				  version = version + 1
				where code = :code and version = :version
				"""), organisation).param("version", organisation.version())
			.param("by", by)
			.param("at", time(at))
			.update() == 1;
	}

	/** Ends an active organisation, unless somebody else changed it since. */
	boolean end(String code, LocalDate on, String mergedInto, int version, String by, Instant at) {
		changed();
		return this.jdbc.sql("""
				update organisation
				set active = false, ended_on = :on, merged_into = :into, name_key = null, updated_by = :by,
				  updated_at = :at, version = version + 1
				where code = :code and version = :version and active
				""")
			.param("on", on)
			.param("into", mergedInto)
			.param("by", by)
			.param("at", time(at))
			.param("code", code)
			.param("version", version)
			.update() == 1;
	}

	void insertName(Organisation before, String by, Instant at) {
		this.jdbc
			.sql("""
					insert into organisation_name (id, organisation_code, name_en, name_zh, short_zh, replaced_by, replaced_at)
					values (:id, :code, :nameEn, :nameZh, :shortZh, :by, :at)
					""")
			.param("id", UUID.randomUUID())
			.param("code", before.code())
			.param("nameEn", before.nameEn())
			.param("nameZh", before.nameZh())
			.param("shortZh", before.shortZh())
			.param("by", by)
			.param("at", time(at))
			.update();
	}

	List<FormerName> formerNames(String code) {
		return this.jdbc.sql("""
				select name_en, name_zh, short_zh, replaced_by, replaced_at from organisation_name
				where organisation_code = :code
				order by replaced_at desc
				""")
			.param("code", code)
			.query((row, number) -> new FormerName(row.getString("name_en"), row.getString("name_zh"),
					row.getString("short_zh"), row.getString("replaced_by"), instant(row, "replaced_at")))
			.list();
	}

	private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, Organisation organisation) {
		return statement.param("code", organisation.code())
			.param("nameEn", organisation.nameEn())
			.param("nameZh", organisation.nameZh())
			.param("shortZh", organisation.shortZh())
			.param("nameKey", nameKey(organisation.nameZh()))
			.param("searchKey",
					Words.searchKey(700, organisation.code(), organisation.nameEn(), organisation.nameZh(),
							organisation.shortZh()))
			.param("side", organisation.side().name())
			.param("orgType", organisation.orgType().name())
			.param("sector", (organisation.sector() == null) ? null : organisation.sector().name())
			.param("parent", organisation.parent())
			.param("unitName", organisation.unitName())
			.param("industry", organisation.industry())
			.param("memberCount", organisation.memberCount())
			.param("termEnd", organisation.termEnd())
			.param("address", organisation.address())
			.param("plaqueWallLimit", organisation.plaqueWallLimit())
			.param("note", organisation.note());
	}

	/** The form of a Chinese name that must be unique among the active. */
	static String nameKey(String nameZh) {
		return Words.searchKey(200, nameZh);
	}

	private static Organisation map(ResultSet row, int number) throws SQLException {
		String sector = row.getString("sector");
		return new Organisation(row.getString("code"), row.getString("name_en"), row.getString("name_zh"),
				row.getString("short_zh"), Side.valueOf(row.getString("side")),
				OrgType.valueOf(row.getString("org_type")), (sector == null) ? null : Sector.valueOf(sector),
				row.getString("parent_code"), row.getString("unit_name"), row.getString("industry"),
				row.getObject("member_count", Integer.class), row.getObject("term_end", LocalDate.class),
				row.getString("address"), row.getObject("plaque_wall_limit", Integer.class), row.getString("note"),
				row.getBoolean("active"), row.getObject("ended_on", LocalDate.class), row.getString("merged_into"),
				row.getString("provenance"), row.getString("updated_by"), instant(row, "updated_at"),
				row.getInt("version"));
	}

	static OffsetDateTime time(Instant at) {
		return at.atOffset(ZoneOffset.UTC);
	}

	static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

}
