package org.gongjian.wording;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.gongjian.identity.Journal;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Bilingual;
import org.gongjian.shared.Overtaken;
import org.gongjian.shared.Written;
import org.springframework.context.MessageSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What papers and mails say, as the house words it. */
@Service
@Transactional
public class Wordings {

	private final WordingTable table;

	private final MessageSource messages;

	private final Journal journal;

	private final Clock clock;

	Wordings(WordingTable table, MessageSource messages, Journal journal, Clock clock) {
		this.table = table;
		this.messages = messages;
		this.journal = journal;
		this.clock = clock;
	}

	/** A text in the reader's language, with what belongs in its places. */
	@Transactional(readOnly = true)
	public String say(Wording wording, Locale locale, Map<String, String> values) {
		return fill(current(wording).text().in(locale), values);
	}

	/**
	 * A text for a Chinese paper; the English is {@code null} where the house wants none.
	 * @param values the same for both languages
	 */
	@Transactional(readOnly = true)
	public Bilingual both(Wording wording, Map<String, String> values) {
		return both(wording, values, values);
	}

	/** The same with other values for the English. */
	@Transactional(readOnly = true)
	public Bilingual both(Wording wording, Map<String, String> chinese, Map<String, String> english) {
		Bilingual text = current(wording).text();
		return new Bilingual((text.en() == null) ? null : fill(text.en(), english), fill(text.zh(), chinese));
	}

	/** Fills places in one pass: what is filled in is never read as a place. */
	private static String fill(String text, Map<String, String> values) {
		var filled = new StringBuilder();
		int at = 0;
		while (at < text.length()) {
			int end = (text.charAt(at) == '{') ? text.indexOf('}', at) : -1;
			String value = (end < 0) ? null : values.get(text.substring(at + 1, end));
			filled.append((value == null) ? text.substring(at, at + 1) : value);
			at = (value == null) ? at + 1 : end + 1;
		}
		return filled.toString();
	}

	/** As it reads now. */
	@Transactional(readOnly = true)
	WordingVersion current(Wording wording) {
		return this.table.latest(wording).orElseGet(() -> delivered(wording));
	}

	/** As all of them read now. */
	@Transactional(readOnly = true)
	List<WordingVersion> all() {
		Map<Wording, WordingVersion> changed = new EnumMap<>(Wording.class);
		this.table.latest().forEach((one) -> changed.put(one.wording(), one));
		var all = new ArrayList<WordingVersion>();
		for (Wording wording : Wording.values()) {
			all.add(changed.getOrDefault(wording, delivered(wording)));
		}
		return all;
	}

	/** Every version, the newest first, the one delivered last. */
	@Transactional(readOnly = true)
	List<WordingVersion> history(Wording wording) {
		var all = new ArrayList<>(this.table.of(wording));
		all.add(delivered(wording));
		return all;
	}

	private WordingVersion delivered(Wording wording) {
		String key = "wording.text." + wording.key();
		return new WordingVersion(wording, 0, new Bilingual(this.messages.getMessage(key, null, Locale.ENGLISH),
				this.messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE)), null, null, null);
	}

	/**
	 * Words it anew, from now on; what was written before stays as it is.
	 * @param seen the version that was changed
	 * @throws Overtaken if somebody else worded it meanwhile
	 */
	void change(Wording wording, WordingForm form, int seen, Actor by) {
		WordingVersion now = current(wording);
		if (now.version() != seen) {
			throw new Overtaken("wording.overtaken", now.changedBy(), now.changedAt(), null);
		}
		Bilingual text = form.check(wording);
		try {
			this.table.insert(new WordingVersion(wording, seen + 1, text, Written.text(form.reason()).text(),
					by.username(), this.clock.instant().truncatedTo(ChronoUnit.MICROS)));
		}
		catch (DuplicateKeyException first) {
			throw new Overtaken("wording.overtaken");
		}
		this.journal.record("wording.changed", wording.key(), Written.text(form.reason()).text());
	}

}
