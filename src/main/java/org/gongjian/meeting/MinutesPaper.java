package org.gongjian.meeting;

import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.gongjian.organisation.Organisations;
import org.gongjian.organisation.People;
import org.gongjian.shared.Time;
import org.gongjian.web.PdfPages;
import org.gongjian.wording.Wording;
import org.gongjian.wording.Wordings;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Writes the minutes of a meeting, 会议纪要, as PDF, in Chinese. */
@Component
class MinutesPaper {

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu年M月d日 HH:mm");

	private final ITemplateEngine templates;

	private final PdfPages pages;

	private final Organisations organisations;

	private final People people;

	private final Wordings wordings;

	MinutesPaper(ITemplateEngine templates, PdfPages pages, Organisations organisations, People people,
			Wordings wordings) {
		this.templates = templates;
		this.pages = pages;
		this.organisations = organisations;
		this.people = people;
		this.wordings = wordings;
	}

	byte[] write(Meeting meeting, List<Attendee> attendees, List<MeetingItem> items) {
		Context context = new Context(Locale.SIMPLIFIED_CHINESE);
		context.setVariable("meeting", meeting);
		context.setVariable("at", MOMENT.format(meeting.meetsAt().atZone(Time.OFFICE)));
		context.setVariable("signedAt", MOMENT.format(meeting.signedAt().atZone(Time.OFFICE)));
		context.setVariable("chair", name(meeting.chair()));
		context.setVariable("recorder", name(meeting.recorder()));
		context.setVariable("attendees", attendees);
		context.setVariable("items", items);
		context.setVariable("closing", this.wordings.both(Wording.MINUTES_CLOSING, Map.of()));
		context.setVariable("names", names(attendees, items));
		return this.pages.write(this.templates.process("documents/minutes", context));
	}

	private String name(UUID person) {
		return (person == null) ? ""
				: this.people.byId(person).map((one) -> one.name(Locale.SIMPLIFIED_CHINESE)).orElse("");
	}

	private Map<String, String> names(List<Attendee> attendees, List<MeetingItem> items) {
		Set<String> codes = new HashSet<>();
		attendees.forEach((one) -> codes.add(one.organisation()));
		items.forEach((item) -> {
			codes.add(String.valueOf(item.proposer()));
			codes.add(String.valueOf(item.lead()));
		});
		Map<String, String> names = new HashMap<>();
		this.organisations.all(codes).forEach((one) -> names.put(one.code(), one.nameZh()));
		return names;
	}

}
