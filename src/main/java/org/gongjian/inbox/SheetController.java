package org.gongjian.inbox;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.gongjian.casefile.CaseFile;
import org.gongjian.casefile.Cases;
import org.gongjian.form.Forms;
import org.gongjian.form.Labels;
import org.gongjian.organisation.People;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Time;
import org.gongjian.web.PdfPages;
import org.gongjian.wording.Wording;
import org.gongjian.wording.Wordings;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** The approval sheet of a case: what it is about, and every opinion, on paper. */
@Controller
class SheetController {

	private static final DateTimeFormatter PRINTED = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

	private static final Set<String> OPINIONS = Set.of("started", "decided", "returned", "held", "answered",
			"withdrawn", "recalled");

	private final Cases cases;

	private final CasePages pages;

	private final Timeline timeline;

	private final Forms forms;

	private final Labels labels;

	private final ProcessNames processes;

	private final Outcomes outcomes;

	private final People people;

	private final ITemplateEngine templates;

	private final PdfPages pdf;

	private final Wordings wordings;

	private final Clock clock;

	SheetController(Cases cases, CasePages pages, Timeline timeline, Forms forms, Labels labels, ProcessNames processes,
			Outcomes outcomes, People people, ITemplateEngine templates, PdfPages pdf, Wordings wordings, Clock clock) {
		this.cases = cases;
		this.pages = pages;
		this.timeline = timeline;
		this.forms = forms;
		this.labels = labels;
		this.processes = processes;
		this.outcomes = outcomes;
		this.people = people;
		this.templates = templates;
		this.pdf = pdf;
		this.wordings = wordings;
		this.clock = clock;
	}

	@GetMapping("/cases/{number}/approval-sheet.pdf")
	ResponseEntity<byte[]> sheet(Actor actor, @PathVariable String number, Locale locale) {
		CaseFile file = this.cases.visible(actor, number);
		Context context = new Context(locale, Map.of("file", file, "processName",
				this.processes.of(file.definition(), locale), "parties", this.pages.parties(file), "opinions",
				opinions(file, locale), "requester",
				this.people.names(Set.of(file.initiator()), locale).getOrDefault(file.initiator(), file.initiator()),
				"values",
				this.labels.describe(this.forms.catalogue(file.definition()), List.of("*"), this.cases.data(number),
						locale),
				"outcome", (file.outcome() == null) ? "" : this.outcomes.of(file.definition(), file.outcome()), "foot",
				foot(locale), "zone", Time.OFFICE));
		byte[] paper = this.pdf.write(this.templates.process("documents/approval-sheet", context));
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_PDF)
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.inline().filename(file.number() + ".pdf").build().toString())
			.body(paper);
	}

	private String foot(Locale locale) {
		return this.wordings.say(Wording.SHEET_FOOT, locale,
				Map.of("printed", PRINTED.format(this.clock.instant().atZone(Time.OFFICE))));
	}

	private List<TimelineEntry> opinions(CaseFile file, Locale locale) {
		return this.timeline.of(file, locale).stream().filter((entry) -> OPINIONS.contains(entry.action())).toList();
	}

}
