package org.gongjian.form;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;

import org.gongjian.shared.Time;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Prepares forms for the templates. */
@Component
class FormViews {

	private final Names.Lookup lookup;

	private final Directory directory;

	private final MessageSource messages;

	private final Clock clock;

	FormViews(Names.Lookup lookup, Directory directory, MessageSource messages, Clock clock) {
		this.lookup = lookup;
		this.directory = directory;
		this.messages = messages;
		this.clock = clock;
	}

	FormView of(FormSession session, Locale locale) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), Time.OFFICE);
		FormSheet sheet = new FormSheet(session, this.lookup, this.messages, locale, today);
		return new FormPage(sheet, new ChoiceFinder(sheet, this.lookup, this.directory)).view();
	}

}
