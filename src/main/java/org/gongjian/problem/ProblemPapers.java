package org.gongjian.problem;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.gongjian.casefile.Attachments;
import org.gongjian.casefile.Cases;
import org.gongjian.organisation.Organisation;
import org.gongjian.organisation.Organisations;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Bilingual;
import org.gongjian.shared.Time;
import org.gongjian.web.PdfPages;
import org.gongjian.wording.Wording;
import org.gongjian.wording.Wordings;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** The documents of a problem as PDF, in Chinese. */
@Component
class ProblemPapers {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu年M月d日");

	private final ITemplateEngine templates;

	private final PdfPages pages;

	private final Attachments attachments;

	private final Organisations organisations;

	private final Cases cases;

	private final DispatchTable dispatches;

	private final ProblemClocks clocks;

	private final Wordings wordings;

	private final Clock clock;

	ProblemPapers(ITemplateEngine templates, PdfPages pages, Attachments attachments, Organisations organisations,
			Cases cases, DispatchTable dispatches, ProblemClocks clocks, Wordings wordings, Clock clock) {
		this.templates = templates;
		this.pages = pages;
		this.attachments = attachments;
		this.organisations = organisations;
		this.cases = cases;
		this.dispatches = dispatches;
		this.clocks = clocks;
		this.wordings = wordings;
		this.clock = clock;
	}

	/** The official reply 答复函, kept with the case. */
	void reply(Problem problem) {
		Bilingual title = Bilingual.ofTitle(problem.title());
		Bilingual registered = Bilingual.of(LocalDate.ofInstant(problem.registeredAt(), Time.OFFICE));
		byte[] pdf = write("reply", problem, Map.of("opening",
				this.wordings.both(Wording.REPLY_OPENING, Map.of("title", title.zh(), "registered", registered.zh()),
						Map.of("title", title.en(), "registered", registered.en())),
				"closing", this.wordings.both(Wording.REPLY_CLOSING, Map.of())));
		this.attachments.store(Actor.SYSTEM, pdf, "答复函-" + problem.number() + ".pdf", problem.number());
	}

	/** A supervision notice 督办单, kept with the case. */
	UUID notice(Problem problem, SupervisionNotice notice) {
		byte[] pdf = write("notice", problem,
				Map.of("notice", notice, "until", DAY.format(notice.newDeadline()), "closing",
						this.wordings.both(Wording.SUPERVISION_CLOSING, Map.of()), "sender",
						this.wordings.both(Wording.SUPERVISION_SENDER, Map.of())));
		return this.attachments.store(Actor.SYSTEM, pdf, "督办单-" + notice.number() + ".pdf", problem.number()).id();
	}

	/** The ticket 诉求单 as it stands; made when asked for. */
	byte[] ticket(Problem problem) {
		return write("ticket", problem, Map.of());
	}

	/** The dispatch 交办单 that stands. */
	byte[] dispatch(Problem problem) {
		return write("dispatch", problem,
				this.clocks.solution(problem.number())
					.map((due) -> Map.<String, Object>of("due", DAY.format(due.atZone(Time.OFFICE))))
					.orElse(Map.of()));
	}

	private byte[] write(String paper, Problem problem, Map<String, Object> more) {
		Context context = new Context(Locale.SIMPLIFIED_CHINESE, more);
		context.setVariable("problem", problem);
		if (!more.containsKey("sender")) {
			context.setVariable("sender", this.wordings.both(Wording.REPLY_SENDER, Map.of()));
		}
		context.setVariable("office", Time.OFFICE);
		context.setVariable("title", Bilingual.ofTitle(problem.title()).zh());
		context.setVariable("reporter", name(problem.reporterOrg()));
		context.setVariable("lead", name(problem.lead()));
		context.setVariable("data", this.cases.data(problem.number()));
		context.setVariable("phone", Problem.masked(problem.reporterPhone()));
		var dispatched = this.dispatches.of(problem.number());
		context.setVariable("dispatches", dispatched);
		context.setVariable("names",
				this.organisations.byCodes(dispatched.stream()
					.flatMap((one) -> java.util.stream.Stream.concat(one.handlers().stream(),
							java.util.stream.Stream.of(one.lead())))
					.toList()));
		context.setVariable("registered", DAY.format(problem.registeredAt().atZone(Time.OFFICE)));
		context.setVariable("today", DAY.format(LocalDate.ofInstant(this.clock.instant(), Time.OFFICE)));
		return this.pages.write(this.templates.process("documents/problem-" + paper, context));
	}

	private String name(String code) {
		return this.organisations.find(code).map(Organisation::nameZh).orElse("—");
	}

}
