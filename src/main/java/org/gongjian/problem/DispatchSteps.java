package org.gongjian.problem;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.gongjian.approval.Copies;
import org.gongjian.casefile.CaseValues;
import org.gongjian.engine.Call;
import org.gongjian.organisation.People;
import org.gongjian.organisation.Person;
import org.gongjian.organisation.Roles;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The steps that give a problem to departments. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class DispatchSteps {

	private static final String SUPERVISION = "supervision";

	private final ProblemFiles files;

	private final ProblemTable problems;

	private final DispatchTable dispatches;

	private final ProblemClocks clocks;

	private final Roles roles;

	private final People people;

	private final Copies copies;

	DispatchSteps(ProblemFiles files, ProblemTable problems, DispatchTable dispatches, ProblemClocks clocks,
			Roles roles, People people, Copies copies) {
		this.files = files;
		this.problems = problems;
		this.dispatches = dispatches;
		this.clocks = clocks;
		this.roles = roles;
		this.people = people;
		this.copies = copies;
	}

	/** Notes what the desk dispatched. */
	void dispatch(Call call) {
		String number = call.caseNumber();
		CaseValues data = this.files.data(call);
		List<String> helpers = data.rows("coHandlers")
			.stream()
			.map((row) -> row.text("department"))
			.filter((code) -> !code.equals(data.text("lead")))
			.distinct()
			.toList();
		this.dispatches.insert(number, "DESK", data.text("lead"), helpers, deadline(data), data.text("instruction"),
				this.files.decider(number, "task-dispatch"));
		this.problems.dispatched(number, data.text("lead"));
		if (this.files.problem(call).level().equals("L1")) {
			this.problems.level(number, "L2");
		}
		give(call, this.dispatches.last(number).orElseThrow());
		call.set("adjudicator", ownUnit(data.text("lead")) ? "party-head" : SUPERVISION);
		this.copies.give(number,
				data.rows("copyTo").stream().flatMap((row) -> username(row.text("person")).stream()).toList());
	}

	/** A moment; forms of before asked for a day. */
	private Instant deadline(CaseValues data) {
		String text = data.text("deadline");
		return (text != null && text.contains("T")) ? data.moment("deadline")
				: this.clocks.close(data.date("deadline"));
	}

	private Optional<String> username(String person) {
		return this.people.byId(UUID.fromString(person)).map(Person::username);
	}

	/** Whether the department is where the people of the desk work themselves. */
	private boolean ownUnit(String department) {
		return this.roles.holders(IntakeSteps.DESK)
			.stream()
			.flatMap((username) -> this.people.byUsername(username).stream())
			.map(Person::orgCode)
			.anyMatch(department::equals);
	}

	private void give(Call call, Dispatch dispatch) {
		List<String> handlers = dispatch.handlers();
		Instant due = this.clocks.due(call.caseNumber(), dispatch.deadline());
		call.set("lead", handlers.get(0));
		call.set("handlers", String.join(",", handlers));
		call.set("leadDue", Date.from(due));
		call.set("handler", null);
		this.files.parties(call.caseNumber(), handlers);
	}

	/** The lead signed for it, or nobody objected in time. */
	void signOff(Call call) {
		String number = call.caseNumber();
		Dispatch dispatch = this.dispatches.last(number).orElseThrow();
		if (call.element().equals("step-deemed-signed")) {
			this.dispatches.signed(dispatch.id(), null, null, true);
			return;
		}
		String handler = username(this.files.data(call).text("handler")).orElse(null);
		this.dispatches.signed(dispatch.id(), this.files.decider(number, "task-sign-off"), handler, false);
		call.set("handler", handler);
	}

	/** What was ruled about the objection is final. */
	void adjudicate(Call call) {
		String number = call.caseNumber();
		CaseValues data = this.files.data(call);
		Dispatch dispatch = this.dispatches.last(number).orElseThrow();
		String lead = "REASSIGN".equals(call.text("outcome")) ? data.text("finalLead") : dispatch.lead();
		this.dispatches.ruled(dispatch.id(), this.files.decider(number, "task-sign-off"), data.text("objectionReason"),
				this.files.decider(number, "task-adjudicate"), lead, data.text("rulingReason"));
		this.problems.lead(number, lead);
		this.files.write(call, Map.of("lead", lead));
		give(call, this.dispatches.last(number).orElseThrow());
	}

	/** A meeting or a leader named who leads and until when. */
	void applyOrder(Call call) {
		boolean leader = "ORDER".equals(call.text("outcome"));
		String number = call.caseNumber();
		CaseValues data = this.files.data(call);
		String named = leader ? data.text("orderLead") : call.text("meetingLead");
		String lead = (named == null || named.isBlank()) ? this.files.problem(call).lead() : named;
		LocalDate until = leader ? data.date("orderDeadline") : day(call.text("meetingDeadline"));
		String order = leader ? data.text("order") : call.text("meetingOrder");
		List<String> helpers = this.dispatches.last(number).map(Dispatch::coHandlers).orElse(List.of());
		this.clocks.order(number, until);
		this.dispatches.insert(number, leader ? "LEADER" : "MEETING", lead,
				helpers.stream().filter((code) -> !code.equals(lead)).toList(), this.clocks.close(until), order,
				leader ? this.files.decider(number, "task-leader-charge") : call.text("meetingNumber"));
		this.problems.dispatched(number, lead);
		this.problems.offAgenda(number);
		give(call, this.dispatches.last(number).orElseThrow());
		this.files.write(call, Map.of("order", order, "lead", lead));
	}

	private static LocalDate day(String text) {
		return (text == null || text.length() < 10) ? null : LocalDate.parse(text.substring(0, 10));
	}

}
