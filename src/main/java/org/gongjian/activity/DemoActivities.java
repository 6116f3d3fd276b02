package org.gongjian.activity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.gongjian.organisation.DemoPart;
import org.gongjian.organisation.DemoSource;
import org.gongjian.pairing.Pairing;
import org.gongjian.pairing.PairingFilter;
import org.gongjian.pairing.Pairings;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Bilingual;
import org.gongjian.shared.Time;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * The activities of the article, exactly as far as it states them: no day, place, host or
 * number of people that it does not say. The shared resources are fill-ins.
 */
@Component
@Profile("demo")
class DemoActivities implements DemoPart {

	/** When the article appeared; what has no day took place before. */
	private static final Instant PUBLISHED = LocalDateTime.parse("2024-06-14T07:29").atZone(Time.OFFICE).toInstant();

	private static final String NOT_STATED = "not stated";

	/** The note of the data set that a Chinese title is a rendering. */
	private static final String OURS = " (zh title is our rendering)";

	private static final int MOST = 100;

	private final ActivityTable table;

	private final PartTable parts;

	private final ResourceTable resources;

	private final Pairings pairings;

	DemoActivities(ActivityTable table, PartTable parts, ResourceTable resources, Pairings pairings) {
		this.table = table;
		this.parts = parts;
		this.resources = resources;
		this.pairings = pairings;
	}

	@Override
	public int order() {
		return 70;
	}

	@Override
	public void load(DemoSource source) {
		int row = 0;
		for (JsonNode activity : source.data().get("activities")) {
			stated(activity, PUBLISHED.minusSeconds(60L * row++));
		}
		resource("VENUE", "F04", "Party members' room, demo office D / 演示机关丁党员活动室", 40);
		resource("VENUE", "F01", "Hall, demo enterprise A / 演示企业甲多功能厅", 120);
		resource("LECTURER", "F04", "Demo lecturer: Party rules / 演示讲师：党章党规", null);
		resource("POLICY", "F04", "Demo material: subsidies for equipment / 演示政策资料：设备更新补贴", null);
		resource("JOB", "F02", "Trainee places, demo enterprise B / 演示企业乙见习岗位", 3);
	}

	private void stated(JsonNode node, Instant at) {
		String date = node.get("date").asString();
		LocalDate day = date.matches("\\d{4}-\\d{2}-\\d{2}") ? LocalDate.parse(date) : null;
		List<String> codes = codes(node);
		List<Pairing> pairs = pairs(codes);
		String place = node.get("place").asString();
		boolean placed = !place.contains(NOT_STATED);
		UUID id = UUID.randomUUID();
		this.table.insert(new Activity(id, node.get("code").asString(), null,
				new Bilingual(node.get("titleEn").asString().replace(OURS, ""), node.get("titleZh").asString()),
				pairs.isEmpty() ? null : pairs.get(0).number(), null, list(node, "type"),
				node.get("pillar").asString().isBlank() ? null : list(node, "pillar"),
				node.get("type").asString().contains("THEME_PARTY_DAY"), placed ? place : null, null,
				(day == null) ? null : day.atStartOfDay(Time.OFFICE).toInstant(),
				(day == null) ? null : day.plusDays(1).atStartOfDay(Time.OFFICE).toInstant(), note(date, day),
				ActivityStatus.ARCHIVED, null, null, null, false, null, null, null, null, null, null, 1, false, null,
				null, at, "S", evidence(node, placed ? null : place)));
		List<Part> taking = codes.stream().map((code) -> new Part(code, part(code, pairs))).toList();
		this.parts.replace(id, taking, pairs.stream().map(Pairing::number).toList());
	}

	private static String evidence(JsonNode node, String place) {
		boolean rendered = node.get("titleEn").asString().contains(OURS);
		return rendered ? "The Chinese title is a rendering of the English one. 中文标题为译写。" : place;
	}

	private static String note(String date, LocalDate day) {
		return (day != null) ? null : date.startsWith("around") ? "AROUND_CHILDRENS_DAY" : "NOT_STATED";
	}

	private static String list(JsonNode node, String name) {
		return node.get(name).asString().replaceAll("\\s*[/+]\\s*", ",");
	}

	/** Codes of organisations; the launch names none by code. */
	private static List<String> codes(JsonNode node) {
		var codes = new ArrayList<String>();
		node.get("participants").forEach((one) -> codes.add(one.asString()));
		return codes.stream().filter((code) -> code.matches("[A-Z]\\d{2}")).toList();
	}

	/** The article does not say who was host; both sides of a pair are co-hosts. */
	private static String part(String code, List<Pairing> pairs) {
		return pairs.stream().anyMatch((pair) -> pair.organisations().contains(code)) ? Part.CO_HOST : Part.GUEST;
	}

	private List<Pairing> pairs(List<String> codes) {
		return codes.stream()
			.filter((code) -> code.startsWith("G"))
			.flatMap((code) -> this.pairings.list(Actor.SYSTEM, new PairingFilter("", null, code), null, MOST)
				.items()
				.stream())
			.filter((pair) -> codes.contains(pair.enterpriseOrg()) && "S".equals(pair.provenance()))
			.toList();
	}

	private void resource(String kind, String owner, String name, Integer capacity) {
		this.resources.insert(new Resource(UUID.randomUUID(), kind, owner, name, capacity, null, null,
				kind.equals("VENUE") || kind.equals("LECTURER"), true, "D", Actor.SYSTEM.username(), null, 0));
	}

}
