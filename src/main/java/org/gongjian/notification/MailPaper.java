package org.gongjian.notification;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.gongjian.identity.HouseAddress;
import org.gongjian.organisation.People;
import org.gongjian.wording.Wording;
import org.gongjian.wording.Wordings;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Writes mails in the reader's language, as text and as HTML. Links lead to pages that
 * ask for a login; none of them decides anything.
 */
@Component
class MailPaper {

	private final ITemplateEngine templates;

	private final MessageSource messages;

	private final People people;

	private final HouseAddress address;

	private final Wordings wordings;

	MailPaper(ITemplateEngine templates, MessageSource messages, People people, HouseAddress address,
			Wordings wordings) {
		this.templates = templates;
		this.messages = messages;
		this.people = people;
		this.address = address;
		this.wordings = wordings;
	}

	/** One message in a mail. */
	record Item(String what, String title, String detail, String remark, String link) {
	}

	/** A mail that tells one or more things. */
	Letter of(String to, List<Notification> notices, Locale locale, ZoneId zone) {
		List<Item> items = notices.stream().map((notice) -> item(notice, locale, zone)).toList();
		String subject = (notices.size() == 1) ? subject(notices.get(0), locale)
				: this.wordings.say(Wording.MAIL_SEVERAL, locale, Map.of("count", String.valueOf(notices.size())));
		String foot = this.wordings.say(Wording.MAIL_FOOT, locale,
				Map.of("address", this.address.of("/profile/notifications")));
		var context = new Context(locale, Map.of("items", items, "foot", foot, "subject", subject));
		return new Letter(to, line(subject), text(items, foot), this.templates.process("notification/mail", context));
	}

	private String subject(Notification notice, Locale locale) {
		return this.wordings.say(Wording.valueOf("MAIL_" + notice.kind()), locale,
				Map.of("title", notice.title().in(locale), "number", notice.caseNumber(), "step",
						(notice.step() == null) ? "" : notice.step().in(locale)));
	}

	/** The mail with the code that confirms an address. */
	Letter code(String to, String code, Locale locale) {
		String subject = say("notification.mail.code.subject", locale, code);
		String text = say("notification.mail.code.text", locale, code);
		var context = new Context(locale, Map.of("items", List.of(), "foot", text, "subject", subject));
		return new Letter(to, line(subject), text + "\n", this.templates.process("notification/mail", context));
	}

	private Item item(Notification notice, Locale locale, ZoneId zone) {
		var detail = new StringBuilder(notice.caseNumber());
		if (notice.step() != null) {
			detail.append(" · ").append(notice.step().in(locale));
		}
		if (notice.dueAt() != null) {
			detail.append(" · ").append(say("notification.mail.due", locale, day(notice.dueAt(), locale, zone)));
		}
		String who = (notice.actor() == null) ? ""
				: this.people.names(List.of(notice.actor()), locale).getOrDefault(notice.actor(), notice.actor());
		String remark = (notice.remark() == null || notice.remark().isBlank()) ? null
				: who.isEmpty() ? notice.remark() : say("notification.said", locale, who, notice.remark());
		return new Item(say("notification.kind." + notice.kind(), locale), notice.title().in(locale), detail.toString(),
				remark, this.address.of(notice.path()));
	}

	private static String day(Instant when, Locale locale, ZoneId zone) {
		return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(when.atZone(zone));
	}

	private static String text(List<Item> items, String foot) {
		var text = new StringBuilder();
		for (Item item : items) {
			text.append(item.what()).append(": ").append(item.title()).append('\n').append(item.detail()).append('\n');
			if (item.remark() != null) {
				text.append(item.remark()).append('\n');
			}
			text.append(item.link()).append("\n\n");
		}
		return text.append("-- \n").append(foot).append('\n').toString();
	}

	/** A subject is one line, whatever a title contains. */
	private static String line(String text) {
		String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
		return (line.codePointCount(0, line.length()) > 150) ? line.substring(0, line.offsetByCodePoints(0, 149)) + "…"
				: line;
	}

	private String say(String key, Locale locale, Object... arguments) {
		return this.messages.getMessage(key, arguments, locale);
	}

}
