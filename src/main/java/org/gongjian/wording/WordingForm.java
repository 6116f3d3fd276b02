package org.gongjian.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.gongjian.shared.Bilingual;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.Violation;
import org.gongjian.shared.Written;

/** What is typed to word a text. */
record WordingForm(String zh, String en, String reason) {

	private static final int LONGEST = 1_000;

	private static final int LONGEST_LINE = 150;

	private static final int LONGEST_REASON = 500;

	private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)\\}");

	static WordingForm of(WordingVersion version) {
		return new WordingForm(version.text().zh(), version.text().en(), null);
	}

	/**
	 * What to keep.
	 * @throws InvalidInput with everything that is wrong
	 */
	Bilingual check(Wording wording) {
		var wrong = new ArrayList<Violation>();
		int longest = wording.line() ? LONGEST_LINE : LONGEST;
		String chinese = Written.text(this.zh).kept("zh", longest, true, wrong);
		places("zh", chinese, wording, wrong);
		String english = Written.text(this.en).kept("en", longest, wording.paper().byReader(), wrong);
		places("en", english, wording, wrong);
		Written.text(this.reason).kept("reason", LONGEST_REASON, true, wrong);
		if (!wrong.isEmpty()) {
			throw new InvalidInput(wrong);
		}
		return new Bilingual(english, chinese);
	}

	/** Each language may use what is filled in as it likes, and nothing else. */
	private static void places(String field, String text, Wording wording, List<Violation> wrong) {
		if (text == null) {
			return;
		}
		var strange = new TreeSet<String>();
		PLACE.matcher(text)
			.results()
			.filter((found) -> !wording.places().contains(found.group(1)))
			.forEach((found) -> strange.add(found.group()));
		if (!strange.isEmpty()) {
			wrong.add(Violation.of(field, "wording.violation.place", String.join(" ", strange)));
		}
		else if (PLACE.matcher(text).replaceAll("").matches("(?s).*[{}].*")) {
			wrong.add(Violation.of(field, "wording.violation.brace"));
		}
		else if (wording.line() && text.lines().count() > 1) {
			wrong.add(Violation.of(field, "wording.violation.line"));
		}
	}

}
