package org.gongjian.form;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Organisations for the tests of pages, and a form as a browser would send it. */
final class FormPages {

	private FormPages() {
	}

	static void organisations(JdbcClient jdbc) {
		for (int i = 1; i <= 3; i++) {
			add(jdbc, "T-G0" + i, "Government " + i, "GOVERNMENT");
		}
		for (int i = 1; i <= 30; i++) {
			add(jdbc, "T-F" + ((i < 10) ? "0" : "") + i, "Enterprise " + i, "ENTERPRISE");
		}
	}

	private static void add(JdbcClient jdbc, String code, String name, String side) {
		boolean there = jdbc.sql("select count(*) from organisation where code = :code")
			.param("code", code)
			.query(Integer.class)
			.single() > 0;
		if (there) {
			return;
		}
		OffsetDateTime then = OffsetDateTime.parse("2026-01-01T00:00:00Z");
		jdbc.sql(
				"""
						insert into organisation (code, name_en, name_zh, search_key, side, org_type, active, created_by, created_at,
						  updated_by, updated_at, version)
						values (:code, :name, :zh, :key, :side, 'BRANCH', true, 'test', :then, 'test', :then, 0)
						""")
			.param("code", code)
			.param("name", name)
			.param("zh", "支部" + code)
			.param("key", code.toLowerCase(java.util.Locale.ROOT) + " " + name.toLowerCase(java.util.Locale.ROOT))
			.param("side", side)
			.param("then", then)
			.update();
	}

	static Map<String, String> right() {
		Map<String, String> typed = new LinkedHashMap<>();
		typed.put("requestType", "NEW");
		typed.put("reason", "They make bricks and we build houses.");
		typed.put("focusAreas", "TEAM");
		typed.put("plannedActivities", "4");
		typed.put("budget", "1200.5");
		typed.put("termStart", "2026-12-01");
		typed.put("governmentOrg", "T-G02");
		typed.put("enterpriseOrg", "T-F08");
		typed.put("plaqueRequested", "true");
		typed.put("integrity", "true");
		typed.put("resourceList[0].side", "GOV");
		typed.put("resourceList[0].item", "Hall");
		return typed;
	}

}
