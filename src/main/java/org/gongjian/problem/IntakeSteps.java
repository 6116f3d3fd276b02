package org.gongjian.problem;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.gongjian.calendar.WorkingDays;
import org.gongjian.casefile.CaseValues;
import org.gongjian.casefile.Cases;
import org.gongjian.engine.Call;
import org.gongjian.engine.Rules;
import org.gongjian.organisation.Departments;
import org.gongjian.pairing.Pairing;
import org.gongjian.pairing.Pairings;
import org.gongjian.shared.Time;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The steps at the beginning: registered, classified, opened again. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class IntakeSteps {

	static final String DISCIPLINE = "discipline";

	static final String DESK = "service-desk";

	private static final int FAR = 999;

	private final ProblemFiles files;

	private final ProblemTable problems;

	private final ProblemClocks clocks;

	private final PhoneApart phones;

	private final Cases cases;

	private final Pairings pairings;

	private final Departments departments;

	private final Rules rules;

	private final WorkingDays calendar;

	private final Clock clock;

	IntakeSteps(ProblemFiles files, ProblemTable problems, ProblemClocks clocks, PhoneApart phones, Cases cases,
			Pairings pairings, Departments departments, Rules rules, WorkingDays calendar, Clock clock) {
		this.files = files;
		this.problems = problems;
		this.clocks = clocks;
		this.phones = phones;
		this.cases = cases;
		this.pairings = pairings;
		this.departments = departments;
		this.rules = rules;
		this.calendar = calendar;
		this.clock = clock;
	}

	/** Opens the row of the register and keeps the phone number out of the case. */
	void register(Call call) {
		String number = call.caseNumber();
		if (this.problems.find(number).isPresent()) {
			return;
		}
		CaseValues data = this.files.data(call);
		boolean confidential = "INTEGRITY_REPORT".equals(data.text("type"));
		String phone = this.phones.take(number);
		this.problems.insert(new Problem(number, data.text("title"), data.text("reporterOrg"), null, null,
				data.text("type"), data.text("category"), "S3", "L1", ProblemState.REGISTERED, confidential,
				data.text("channel"), data.text("sourceRef"), data.text("reporterName"), phone, null, 0, 0, 0, false,
				false, null, null, null, null, null, this.clock.instant(), null, null, null, null, 0));
		if (confidential) {
			this.cases.reserve(number, DISCIPLINE);
		}
		this.files.tellReporter(number, "Registered as " + number + ". 已登记，编号 " + number + "。");
	}

	/** Finds severity, level, owner and clocks. */
	void assess(Call call) {
		String number = call.caseNumber();
		Problem problem = this.files.problem(call);
		CaseValues data = this.files.data(call);
		boolean again = call.text("severity") != null;
		String severity = again ? data.text("severity") : severity(data);
		if (again) {
			this.clocks.change(number, severity);
		}
		this.clocks.start(number, severity);
		Optional<Pairing> pairing = this.pairings.inForce(problem.reporterOrg())
			.stream()
			.filter((pair) -> pair.enterpriseOrg().equals(problem.reporterOrg()))
			.findFirst();
		String track = track(problem, severity, pairing.isPresent(), data.flag("consentShare"));
		this.problems.assessed(number, data.text("category"), severity, track.equals("BRANCH") ? "L1" : "L2",
				pairing.map(Pairing::governmentOrg).orElse(null), pairing.map(Pairing::number).orElse(null));
		var found = new HashMap<String, Object>();
		found.put("severity", severity);
		found.put("suggestedLead", problem.confidential() ? null : suggested(data));
		this.files.write(call, found);
		owners(call, problem, track, severity, pairing.orElse(null));
	}

	private void owners(Call call, Problem problem, String track, String severity, Pairing pairing) {
		call.set("track", track);
		call.set("severity", severity);
		call.set("deskRole", problem.confidential() ? DISCIPLINE : DESK);
		call.set("triageDue", severity.equals("S1") ? "PT2H" : "P1WD");
		call.set("pairedOrg", (pairing == null) ? null : pairing.governmentOrg());
		call.set("branchOwner", problem.kind().equals("PAIRING_DISPUTE") ? "party-head"
				: (pairing == null) ? DESK : "gov-secretary@pairedOrg");
		boolean own = problem.confidential() || problem.reporterOrg().equals(call.text("initiatorOrg"));
		call.set("reporterSlot", own ? "initiator" : "liaison@reporterOrg");
		if (track.equals("BRANCH") && pairing != null && !problem.kind().equals("PAIRING_DISPUTE")) {
			this.files.parties(call.caseNumber(), List.of(pairing.governmentOrg()));
		}
	}

	private String track(Problem problem, String severity, boolean paired, boolean shared) {
		if (problem.confidential()) {
			return "CONFIDENTIAL";
		}
		if (problem.kind().equals("PAIRING_DISPUTE") || !shared) {
			return "BRANCH";
		}
		if (severity.equals("S1")) {
			return "DANGER";
		}
		return (paired && this.clocks.startLevel(severity).equals("L1")) ? "BRANCH" : "DEPARTMENT";
	}

	private String severity(CaseValues data) {
		List<String> impact = data.texts("impact");
		LocalDate wanted = data.date("deadlineWanted");
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), Time.OFFICE);
		Map<String, Object> facts = new HashMap<>();
		facts.put("type", data.text("type"));
		facts.put("category", data.text("category"));
		facts.put("safetyRisk", impact.contains("SAFETY_RISK"));
		facts.put("stopped", impact.contains("PRODUCTION_STOPPED"));
		facts.put("reduced", impact.contains("PRODUCTION_REDUCED"));
		facts.put("manyEmployees", impact.contains("MANY_EMPLOYEES"));
		facts.put("affectedPeople", data.number("affectedPeople"));
		facts.put("workingDays", (wanted == null) ? FAR : this.calendar.between(today, wanted));
		facts.put("severalDepartments", data.flag("severalDepartments"));
		facts.put("historic", data.flag("historic"));
		return this.rules.ask("problem-severity", facts).get(0).get("severity").toString();
	}

	/**
	 * The department the table suggests by the function it names, else the one that says
	 * it handles the category; {@code null} when there is neither.
	 */
	private String suggested(CaseValues data) {
		var facts = new HashMap<String, Object>();
		facts.put("category", data.text("category"));
		facts.put("type", data.text("type"));
		String function = this.rules.ask("problem-department", facts).get(0).get("function").toString();
		return this.departments.withFunction(function)
			.or(() -> this.departments.handling(data.text("category")))
			.orElse(null);
	}

	/** The case goes on after it was closed. */
	void reopen(Call call) {
		String number = call.caseNumber();
		this.problems.reworked(number);
		this.problems.closed(number, ProblemState.REGISTERED);
		this.files.tellReporter(number, "Opened again. 已重新打开。");
	}

	/** The first level belongs to the service desk from now on. */
	void changeOwner(Call call) {
		call.set("branchOwner", DESK);
		this.files.tellReporter(call.caseNumber(),
				"The pairing ended; the service desk is in charge. 结对已解除，由企业服务中心负责。");
	}

	/** Due dates follow the severity the desk has set. */
	void recompute(Call call) {
		Problem problem = this.files.problem(call);
		this.clocks.change(problem.number(), problem.severity());
		call.set("severity", problem.severity());
		this.files.write(call, Map.of("severity", problem.severity()));
		this.files.tellReporter(problem.number(),
				"Severity is now " + problem.severity() + ". 等级调整为" + problem.severity() + "。");
		this.files.urge(problem.number(), List.of(), "Severity is now " + problem.severity());
	}

}
