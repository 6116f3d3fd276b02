package org.gongjian.problem;

import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.UUID;

import org.gongjian.casefile.CaseValues;
import org.gongjian.casefile.Numbers;
import org.gongjian.engine.Call;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The steps while departments handle a problem. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class HandlingSteps {

	/** The steps at which departments work. */
	static final List<String> WORK = List.of("task-plan", "task-result");

	private final ProblemFiles files;

	private final ProblemTable problems;

	private final ExtensionTable extensions;

	private final NoticeTable notices;

	private final ProblemClocks clocks;

	private final ProblemPapers papers;

	private final LeaderCopies copies;

	private final Numbers numbers;

	private final Clock clock;

	HandlingSteps(ProblemFiles files, ProblemTable problems, ExtensionTable extensions, NoticeTable notices,
			ProblemClocks clocks, ProblemPapers papers, LeaderCopies copies, Numbers numbers, Clock clock) {
		this.files = files;
		this.problems = problems;
		this.extensions = extensions;
		this.notices = notices;
		this.clocks = clocks;
		this.papers = papers;
		this.copies = copies;
		this.numbers = numbers;
		this.clock = clock;
	}

	/** The lead has been in touch and has a plan: the first two clocks are met. */
	void plan(Call call) {
		if (call.text("handlerOrg").equals(call.text("lead"))) {
			this.problems.responded(call.caseNumber());
			this.clocks.responded(call.caseNumber());
		}
	}

	/** A department is done: the reporter hears of it before the official reply. */
	void result(Call call) {
		String department = call.text("handlerOrg");
		String text = this.files.data(call).part("results", department).text("resultText");
		if (!this.files.problem(call).confidential()) {
			this.files.tellReporter(call.caseNumber(), department + ": " + text);
		}
	}

	/** Reminds the lead of a word to the enterprise where the matter is a long one. */
	void askPhasedReply(Call call) {
		Problem problem = this.files.problem(call);
		if (problem.severity().equals("S4") || problem.charges() > 0) {
			this.files.urge(call.caseNumber(), WORK, "A phased reply is due. 请作阶段性答复。");
		}
	}

	/** Reminds everybody who has not finished. */
	void urge(Call call) {
		this.files.urge(call.caseNumber(), WORK, "The time is running out. 时限将至。");
	}

	/** Carries out what supervision decided about an extension. */
	void decideExtension(Call call) {
		String number = call.caseNumber();
		CaseValues data = this.files.data(call);
		boolean granted = "GRANT".equals(call.text("extensionOutcome"));
		String by = this.files.decider(number, "task-extension");
		this.extensions.open(number).ifPresent((extension) -> {
			this.extensions.decide(extension.id(), granted ? "GRANTED" : "REFUSED", by, data.text("extensionNote"));
			if (granted) {
				this.clocks.extend(number, extension.newDue(), extension.reason(), by);
				call.set("leadDue", Date.from(this.clocks.close(extension.newDue())));
				this.files.tellReporter(number, "More time until " + extension.newDue() + ": " + extension.reason()
						+ " 延期至" + extension.newDue() + "。");
			}
		});
	}

	/** Numbers the notice and writes it as PDF. */
	void issueNotice(Call call) {
		String number = call.caseNumber();
		CaseValues data = this.files.data(call);
		Problem problem = this.files.problem(call);
		SupervisionNotice notice = new SupervisionNotice(this.numbers.next("DB", 3), number, problem.lead(),
				data.text("requirement"), data.date("newDeadline"), data.flag("copyLeader"),
				this.files.decider(number, "task-supervision-notice"), this.clock.instant(), null);
		UUID file = this.papers.notice(problem, notice);
		this.notices.insert(new SupervisionNotice(notice.number(), number, notice.department(), notice.requirement(),
				notice.newDeadline(), notice.copyLeader(), notice.issuedBy(), notice.issuedAt(), file));
		this.files.urge(number, WORK, notice.number() + ": " + notice.requirement());
		if (notice.copyLeader()) {
			this.copies.give(number);
		}
	}

}
