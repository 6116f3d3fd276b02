package org.gongjian.activity;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Writes a calendar as RFC 5545 has it: CRLF, lines of at most 75 octets. */
final class Ics {

	private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'")
		.withZone(ZoneOffset.UTC);

	private static final int OCTETS = 74;

	private final StringBuilder out = new StringBuilder();

	private Ics() {
	}

	static String of(List<ActivityRow> rows, Instant now, String house) {
		Ics ics = new Ics();
		ics.line("BEGIN:VCALENDAR");
		ics.line("VERSION:2.0");
		ics.line("PRODID:-//Gongjian//Activities//EN");
		ics.line("METHOD:PUBLISH");
		ics.line("X-WR-CALNAME:" + text("联合活动 Activities"));
		rows.forEach((row) -> ics.event(row.activity(), now, house));
		ics.line("END:VCALENDAR");
		return ics.out.toString();
	}

	private void event(Activity activity, Instant now, String house) {
		line("BEGIN:VEVENT");
		line("UID:" + activity.id() + "@gongjian");
		line("SEQUENCE:" + activity.edition());
		line("DTSTAMP:" + UTC.format(now));
		line("DTSTART:" + UTC.format(activity.startsAt()));
		line("DTEND:" + UTC.format(activity.endsAt()));
		line("SUMMARY:" + text(activity.title().zh()));
		if (activity.place() != null) {
			line("LOCATION:" + text(activity.place()));
		}
		line("DESCRIPTION:" + text(activity.handle()));
		line("URL:" + house + "/activities/" + activity.handle());
		line("END:VEVENT");
	}

	private static String text(String plain) {
		return plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replaceAll("\\R", "\\\\n");
	}

	/** Folds a line between characters, never inside one. */
	private void line(String line) {
		int octets = 0;
		for (int point : line.codePoints().toArray()) {
			String letter = Character.toString(point);
			int length = letter.getBytes(StandardCharsets.UTF_8).length;
			if (octets + length > OCTETS) {
				this.out.append("\r\n ");
				octets = 1;
			}
			this.out.append(letter);
			octets += length;
		}
		this.out.append("\r\n");
	}

}
