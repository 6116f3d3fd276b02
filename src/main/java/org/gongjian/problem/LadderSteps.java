package org.gongjian.problem;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.HashMap;
import java.util.List;

import org.gongjian.casefile.CaseValues;
import org.gongjian.engine.Call;
import org.gongjian.engine.Rules;
import org.gongjian.meeting.Meetings;
import org.gongjian.shared.Time;
import org.gongjian.sla.PauseReason;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The steps of the ladder: meeting, leader, city, parked list. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class LadderSteps {

	private static final LocalTime MORNING = LocalTime.of(9, 0);

	private final ProblemFiles files;

	private final ProblemTable problems;

	private final ParkingTable parkings;

	private final DispatchTable dispatches;

	private final ProblemClocks clocks;

	private final Meetings meetings;

	private final Rules rules;

	private final Clock clock;

	LadderSteps(ProblemFiles files, ProblemTable problems, ParkingTable parkings, DispatchTable dispatches,
			ProblemClocks clocks, Meetings meetings, Rules rules, Clock clock) {
		this.files = files;
		this.problems = problems;
		this.parkings = parkings;
		this.dispatches = dispatches;
		this.clocks = clocks;
		this.meetings = meetings;
		this.rules = rules;
		this.clock = clock;
	}

	/** How high it goes; the clock stands still until there is an order. */
	void choose(Call call) {
		Problem problem = this.files.problem(call);
		var facts = new HashMap<String, Object>();
		facts.put("reworked", "UP".equals(call.text("reworkTo")));
		facts.put("reworkCount", problem.reworks());
		facts.put("beyondZone", beyondZone(call));
		facts.put("severity", problem.severity());
		facts.put("clock", call.text("slaClock"));
		facts.put("dispatchCount", problem.dispatches());
		facts.put("level", problem.level());
		String to = this.rules.ask("problem-escalate", facts).get(0).get("escalateTo").toString();
		call.set("escalateTo", to);
		call.set("reworkTo", null);
		call.set("slaClock", null);
		if (to.startsWith("L")) {
			this.problems.level(problem.number(), to);
		}
		this.clocks.over(problem.number());
	}

	/** Whether a department said that it lies outside the power of the zone. */
	private boolean beyondZone(Call call) {
		CaseValues data = this.files.data(call);
		List<String> handlers = this.dispatches.last(call.caseNumber()).map(Dispatch::handlers).orElse(List.of());
		return handlers.stream()
			.map((code) -> data.part("plans", code))
			.anyMatch((plan) -> plan.text("higherReason") != null && plan.flag("beyondZone"));
	}

	/** Puts it on the agenda of the next joint meeting. */
	void addToAgenda(Call call) {
		this.problems.onAgenda(call.caseNumber());
		CaseValues data = this.files.data(call);
		if ("EXTRAORDINARY".equals(data.text("meetingKind"))) {
			this.meetings.callExtraordinary(List.of(call.caseNumber()), data.text("meetingWanted"));
		}
		this.files.tellReporter(call.caseNumber(), "On the agenda of a joint meeting. 已列入联席会议议题。");
	}

	/** The leader in charge, the second time the principal leader. */
	void takeCharge(Call call) {
		Problem problem = this.files.problem(call);
		this.problems.charged(problem.number());
		this.problems.offAgenda(problem.number());
		this.clocks.over(problem.number());
		call.set("chargeRole", (problem.charges() == 0) ? "wc-deputy" : "wc-secretary");
	}

	/** Referred to the city. */
	void refer(Call call) {
		this.problems.level(call.caseNumber(), "L5");
		this.clocks.pause(call.caseNumber(), PauseReason.REFERRED);
		this.files.tellReporter(call.caseNumber(), "Referred to the city. 已上报市级办理。");
	}

	/** On the parked list until the promised review. */
	void park(Call call) {
		String number = call.caseNumber();
		CaseValues data = this.files.data(call);
		LocalDate review = data.date("promisedReview");
		boolean again = this.files.problem(call).state() == ProblemState.PARKED;
		String signedBy = this.files.decider(number, again ? "task-sign-parking" : "task-leader-charge");
		this.parkings.park(number, data.text("parkReason"), data.text("parkCategory"), review, signedBy,
				data.text("nextAction"));
		this.problems.parked(number, review);
		this.clocks.pause(number, PauseReason.PARKED);
		call.set("parkedUntil", Date.from(review.atTime(MORNING).atZone(Time.OFFICE).toInstant()));
		this.files.tellReporter(number, "Parked until " + review + ": " + data.text("parkReason") + " 挂账至" + review
				+ "：" + data.text("nextAction"));
	}

	/** The clocks stand still while the reporter is asked. */
	void pause(Call call) {
		this.clocks.pause(call.caseNumber(), PauseReason.WAITING_REPORTER);
	}

	/** The clocks go on; what was parked is not any more. */
	void resume(Call call) {
		String number = call.caseNumber();
		this.clocks.resume(number);
		if (call.element().equals("step-reactivate")) {
			this.parkings.end(number);
			this.problems.resumed(number);
			this.problems.level(number, "L2");
			this.files.tellReporter(number, "Taken up again. 已恢复办理。");
		}
	}

	/** The reporter took it back: whoever works at it hears of it. */
	void withdrawal(Call call) {
		this.clocks.over(call.caseNumber());
		this.dispatches.last(call.caseNumber())
			.map(Dispatch::handler)
			.ifPresent((handler) -> this.files.tell(call.caseNumber(), handler, "Withdrawn by the reporter. 诉求人已撤回。"));
	}

}
