package org.gongjian.web;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.gongjian.shared.Bilingual;
import org.gongjian.shared.Time;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Dates, times, deadlines and numbers as the reader of a page writes them; in templates
 * {@code words}.
 */
@Component("words")
public class Words {

	private static final String CHINESE = Locale.CHINESE.getLanguage();

	private final MessageSource messages;

	private final ObjectProvider<Visitor> visitor;

	private final ObjectProvider<PersonNames> people;

	private final Clock clock;

	Words(MessageSource messages, ObjectProvider<Visitor> visitor, ObjectProvider<PersonNames> people, Clock clock) {
		this.messages = messages;
		this.visitor = visitor;
		this.people = people;
		this.clock = clock;
	}

	/** What somebody is called of whom only the account is known; empty for nobody. */
	public String person(String username) {
		PersonNames known = this.people.getIfAvailable();
		return (username == null || known == null) ? Objects.toString(username, "") : known.of(username, locale());
	}

	/** What those are called of whom only the accounts are known. */
	public Map<String, String> people(Collection<String> usernames) {
		PersonNames known = this.people.getIfAvailable();
		return (known == null) ? Map.of() : known.of(usernames, locale());
	}

	/** The reader's time zone. */
	public ZoneId zone() {
		Visitor reader = this.visitor.getIfAvailable();
		return (reader == null) ? Time.OFFICE : reader.zone().orElse(Time.OFFICE);
	}

	/** A day, {@code 2 Dec 2026} or {@code 2026年12月2日}; empty for nothing. */
	public String date(TemporalAccessor when) {
		return format(when, "d MMM uuuu", "uuuu年M月d日");
	}

	/** A month, {@code December 2026} or {@code 2026年12月}. */
	public String month(YearMonth month) {
		return Bilingual.of(month).in(locale());
	}

	/** The same of {@code 2026-12}; empty for nothing. */
	public String month(String month) {
		return (month == null) ? "" : month(YearMonth.parse(month));
	}

	/** The half of a title {@code English / 中文} that its reader reads. */
	public String title(String title) {
		return Bilingual.ofTitle(title).in(locale());
	}

	/** A day and a time in the reader's zone; empty for nothing. */
	public String dateTime(TemporalAccessor when) {
		return format(when, "d MMM uuuu, HH:mm", "uuuu年M月d日 HH:mm");
	}

	/** The moment as machines read it, for {@code <time datetime>}. */
	public String machine(TemporalAccessor when) {
		if (when == null || when instanceof LocalDate) {
			return (when == null) ? "" : when.toString();
		}
		return Instant.from(when).truncatedTo(ChronoUnit.SECONDS).toString();
	}

	/** A deadline in words: {@code due in 2 days}, {@code overdue 1 day}. */
	public String deadline(TemporalAccessor due) {
		if (due == null) {
			return "";
		}
		long days = ChronoUnit.DAYS.between(LocalDate.ofInstant(this.clock.instant(), zone()), day(due));
		if (overdue(due)) {
			return (days == 0) ? say("web.deadline.overdue-today") : say("web.deadline.overdue", -days);
		}
		return switch ((int) Math.min(days, 2)) {
			case 0 -> say("web.deadline.today");
			case 1 -> say("web.deadline.tomorrow");
			default -> say("web.deadline.in", days);
		};
	}

	/** Whether the deadline has passed. */
	public boolean overdue(TemporalAccessor due) {
		if (due instanceof LocalDate day) {
			return day.isBefore(LocalDate.ofInstant(this.clock.instant(), zone()));
		}
		return due != null && Instant.from(due).isBefore(this.clock.instant());
	}

	/** How long ago something was, {@code 5 minutes ago}. */
	public String ago(TemporalAccessor when) {
		if (when == null) {
			return "";
		}
		long minutes = ChronoUnit.MINUTES.between(Instant.from(when), this.clock.instant());
		if (minutes < 1) {
			return say("web.ago.now");
		}
		if (minutes < 60) {
			return say("web.ago.minutes", minutes);
		}
		return (minutes < 24 * 60) ? say("web.ago.hours", minutes / 60) : date(when);
	}

	/** A number with its thousands marked; empty for nothing. */
	public String number(Number number) {
		return (number == null) ? "" : NumberFormat.getInstance(locale()).format(number);
	}

	/** An amount of yuan to the cent, its thousands marked; empty for nothing. */
	public String money(BigDecimal yuan) {
		if (yuan == null) {
			return "";
		}
		NumberFormat format = NumberFormat.getInstance(locale());
		format.setMinimumFractionDigits(2);
		return "¥" + format.format(yuan);
	}

	/** The name of a language in itself. */
	public String language(Locale language) {
		return language.getLanguage().equals(CHINESE) ? "中文" : "English";
	}

	/**
	 * The language of a text somebody wrote, for {@code lang} where it is not that of the
	 * page; {@code null} where it is, or where the text has no words.
	 */
	public String tongue(String text) {
		boolean chinese = text != null && text.codePoints().anyMatch(Character::isIdeographic);
		boolean words = chinese || (text != null && text.codePoints().anyMatch(Character::isLowerCase));
		if (!words || chinese == locale().getLanguage().equals(CHINESE)) {
			return null;
		}
		return chinese ? "zh-CN" : "en";
	}

	private String format(TemporalAccessor when, String english, String chinese) {
		if (when == null) {
			return "";
		}
		String pattern = locale().getLanguage().equals(CHINESE) ? chinese : english;
		DateTimeFormatter format = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
		return (when instanceof LocalDate day) ? format.format(day) : format.format(Instant.from(when).atZone(zone()));
	}

	private LocalDate day(TemporalAccessor when) {
		return (when instanceof LocalDate day) ? day : LocalDate.ofInstant(Instant.from(when), zone());
	}

	private String say(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, locale());
	}

	private static Locale locale() {
		return LocaleContextHolder.getLocale();
	}

}
