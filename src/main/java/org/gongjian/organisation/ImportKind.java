package org.gongjian.organisation;

import java.util.List;
import java.util.Locale;

/** What a file can bring, with the columns of its first line. */
enum ImportKind {

	/** One organisation a line. */
	ORGANISATIONS(
			List.of("code", "name_en", "name_zh", "short_zh", "side", "org_type", "sector", "parent", "unit_name",
					"industry", "member_count", "term_end", "address", "plaque_wall_limit", "note"),
			"/admin/organisations"),

	/** One person a line, with at most one role; further roles on lines of their own. */
	PEOPLE(List.of("name", "name_en", "organisation", "position", "membership", "phone", "username", "note", "role",
			"role_organisation", "role_from", "role_to", "deputy_for"), "/admin/people");

	private final List<String> columns;

	private final String path;

	ImportKind(List<String> columns, String path) {
		this.columns = columns;
		this.path = path;
	}

	/** The columns, all of them and in this order. */
	public List<String> columns() {
		return this.columns;
	}

	/** The page of the register. */
	public String path() {
		return this.path;
	}

	/** The last part of message keys. */
	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}

}
