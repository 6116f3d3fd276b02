package org.gongjian.plaque;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.gongjian.casefile.Cases;
import org.gongjian.casefile.LogEntry;
import org.gongjian.engine.Call;
import org.gongjian.engine.DueDates;
import org.gongjian.organisation.Parameters;
import org.gongjian.shared.Time;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The steps from a rectification to the end of a plaque, shared by two processes. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class MeasureSteps {

	static final String GROUND = "groundCode";

	static final String REASON = "reviewReason";

	private static final String RECTIFY_UNTIL = "rectifyUntil";

	private static final String RESULT = "result";

	private final Measures measures;

	private final MeasureTable table;

	private final Cases cases;

	private final Parameters parameters;

	private final DueDates dueDates;

	private final Clock clock;

	MeasureSteps(Measures measures, MeasureTable table, Cases cases, Parameters parameters, DueDates dueDates,
			Clock clock) {
		this.measures = measures;
		this.table = table;
		this.cases = cases;
		this.parameters = parameters;
		this.dueDates = dueDates;
		this.clock = clock;
	}

	/** The holders have thirty days to put things right. */
	void orderRectification(Call call) {
		String ground = ground(call);
		this.measures.begin(call, Measure.Kind.RECTIFY, PlaqueState.UNDER_RECTIFICATION, ground);
		this.measures.write(call, Map.of(GROUND, ground));
		rectify(call, this.parameters.number("plaque.rectifyDays"), false);
	}

	/** Fifteen days more, once. */
	void extendRectification(Call call) {
		rectify(call, this.parameters.number("plaque.rectifyExtensionDays"), true);
	}

	private void rectify(Call call, int days, boolean extended) {
		String time = "P" + days + "D";
		Instant until = this.dueDates.after(this.clock.instant(), time);
		call.set("rectifyTime", time);
		call.set(RECTIFY_UNTIL, Date.from(until));
		LocalDate day = LocalDate.ofInstant(until, Time.OFFICE);
		this.table.rectify(call.caseNumber(), day, extended);
		Map<String, Object> changes = new LinkedHashMap<>();
		changes.put("rectifyDay", day.toString());
		changes.put("extended", extended);
		this.measures.write(call, changes);
	}

	/** What the holders say they did, for the visit. */
	void listMeasures(Call call) {
		var rows = new ArrayList<Map<String, Object>>();
		Map<String, Object> data = this.measures.data(call);
		for (String code : Award.codes(call.text(Awards.ORGANISATIONS))) {
			answer(data, "rectifications", code, "measures").forEach((issue) -> {
				Map<String, Object> row = new LinkedHashMap<>();
				row.put(Award.ORGANISATION, code);
				row.put("issue", issue.get("issue"));
				rows.add(row);
			});
		}
		this.measures.write(call, Map.of("verifications", rows));
	}

	@SuppressWarnings("unchecked")
	private static List<Map<String, Object>> answer(Map<String, Object> data, String record, String code,
			String table) {
		Object all = data.get(record);
		Object own = (all instanceof Map<?, ?> map) ? map.get(code) : null;
		Object rows = (own instanceof Map<?, ?> map) ? map.get(table) : null;
		return (rows instanceof List<?> list) ? (List<Map<String, Object>>) list : List.of();
	}

	/** The holders learn why their plaques are to be revoked. */
	void proposeRevocation(Call call) {
		String ground = (call.fact(RECTIFY_UNTIL) == null) ? ground(call) : "NOT_RECTIFIED";
		this.measures.begin(call, Measure.Kind.REVOKE, PlaqueState.REVOKING, ground);
		this.measures.write(call,
				Map.of(GROUND, ground, "measuredPlaques", this.measures.rows(call.text(Measures.PLAQUES))));
	}

	private String ground(Call call) {
		Object known = this.measures.data(call).get(GROUND);
		String reason = call.text(REASON);
		return (reason != null) ? reason : String.valueOf(known);
	}

	/** The plaques stay. */
	void keep(Call call) {
		if (call.fact("appealOutcome") != null) {
			this.table.appealDecided(call.caseNumber(), call.text("appealOutcome"));
		}
		this.measures.end(call.caseNumber(), "KEPT");
	}

	/** The revocation is decided; from now on its holder may appeal for some days. */
	void notifyRevocation(Call call) {
		Instant until = this.dueDates.after(this.clock.instant(),
				"P" + this.parameters.number("plaque.appealWd") + "WD");
		this.table.decide(call.caseNumber(), "REVOKE", decider(call.caseNumber()), today(), until);
		call.set("appealUntil", Date.from(until));
		call.set("withdrawable", false);
		recover(call);
	}

	private String decider(String caseNumber) {
		return this.cases.log(caseNumber)
			.stream()
			.filter((line) -> "task-decide".equals(line.step()) && line.decision() != null)
			.reduce((first, last) -> last)
			.map(LogEntry::actor)
			.orElse(null);
	}

	/** The plaques to fetch, for the officer's form. */
	void recover(Call call) {
		this.measures.write(call, Map.of("recoveries", this.measures.rows(call.text(Measures.PLAQUES))));
	}

	/** Every plaque by what became of it. */
	void retire(Call call) {
		String appeal = call.text("appealOutcome");
		if (appeal != null) {
			this.table.appealDecided(call.caseNumber(), appeal);
		}
		Map<String, Map<String, Object>> found = new LinkedHashMap<>();
		new Award(call.caseNumber(), null, this.measures.data(call)).rows("recoveries")
			.forEach((row) -> found.put(Award.text(row, "plaque"), row));
		for (Measure measure : this.measures.running(call.caseNumber())) {
			Map<String, Object> row = found.getOrDefault(measure.plaque(), Map.of());
			String recovery = recovery(Award.text(row, RESULT), call.text("supervisionOutcome"));
			LocalDate on = Award.date(row, "recoveredOn");
			LocalDate revoked = (measure.kind() == Measure.Kind.REVOKE) ? today() : null;
			this.measures.retire(measure, recovery, (on == null) ? today() : on, revoked);
		}
	}

	private static String recovery(String result, String supervision) {
		if (!"REFUSED".equals(result)) {
			return (result == null) ? "INVALIDATED" : result;
		}
		return "RECOVERED".equals(supervision) ? "RETURNED" : "INVALIDATED";
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), Time.OFFICE);
	}

}
