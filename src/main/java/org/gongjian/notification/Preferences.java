package org.gongjian.notification;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

import org.gongjian.identity.Journal;
import org.gongjian.notification.Preference.Rhythm;
import org.gongjian.shared.InvalidInput;
import org.gongjian.web.Limits;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How people want to hear by mail. An address counts once its owner has confirmed it. */
@Service
@Transactional(noRollbackFor = InvalidInput.class)
class Preferences {

	private static final Duration CODE_VALID = Duration.ofMinutes(30);

	private static final int MOST_TRIES = 5;

	private static final int CODES_PER_MINUTE = 3;

	private static final String ADDRESS = "[\\p{Alnum}._%+'-]{1,64}@(?:[\\p{Alnum}-]{1,63}\\.)+[\\p{Alpha}]{2,63}";

	private final PreferenceTable table;

	private final ObjectProvider<JavaMailSender> mail;

	private final MailPaper paper;

	private final Outbox outbox;

	private final Limits limits;

	private final Journal journal;

	private final Clock clock;

	private final SecureRandom random = new SecureRandom();

	Preferences(PreferenceTable table, ObjectProvider<JavaMailSender> mail, MailPaper paper, Outbox outbox,
			Limits limits, Journal journal, Clock clock) {
		this.table = table;
		this.mail = mail;
		this.paper = paper;
		this.outbox = outbox;
		this.limits = limits;
		this.journal = journal;
		this.clock = clock;
	}

	/** Whether the house has a mail server at all. */
	boolean mailWorks() {
		return this.mail.getIfAvailable() != null;
	}

	Preference of(String username) {
		return this.table.find(username).orElseGet(() -> Preference.none(username));
	}

	/** What those of these people want who said anything. */
	List<Preference> of(Collection<String> usernames) {
		return this.table.all(usernames);
	}

	/** Changes when mails come. */
	void times(String username, Rhythm rhythm, int digestHour, int quietFrom, int quietTo) {
		hour("digestHour", digestHour);
		hour("quietFrom", quietFrom);
		hour("quietTo", quietTo);
		Preference now = of(username);
		var wanted = new Preference(username, rhythm, digestHour, quietFrom, quietTo, now.address(), now.asked());
		this.table.ensure(wanted);
		this.table.times(wanted);
	}

	private static void hour(String field, int hour) {
		if (hour < 0 || hour > 23) {
			throw new InvalidInput(field, "notification.violation.hour");
		}
	}

	/** Sends a code to an address; mails follow once the code is typed in. */
	void ask(String username, String address, Locale locale) {
		String wanted = (address == null) ? "" : address.strip();
		if (wanted.length() > 200 || !wanted.matches(ADDRESS)) {
			throw new InvalidInput("address", "notification.violation.address");
		}
		this.limits.take("mail-code", username, CODES_PER_MINUTE);
		String code = "%06d".formatted(this.random.nextInt(1_000_000));
		this.table.ensure(of(username));
		this.table.ask(username, wanted, hash(username, code), this.clock.instant().plus(CODE_VALID));
		this.outbox.post(MailChannel.NAME, username, "address.code", this.paper.code(wanted, code, locale).write());
	}

	/** Takes the code from the mail. */
	void confirm(String username, String code) {
		PreferenceTable.Asked asked = this.table.asked(username)
			.orElseThrow(() -> new InvalidInput("code", "notification.violation.code-none"));
		Instant now = this.clock.instant();
		if (asked.tries() >= MOST_TRIES || now.isAfter(asked.until())) {
			throw new InvalidInput("code", "notification.violation.code-old");
		}
		if (!hash(username, (code == null) ? "" : code.strip()).equals(asked.codeHash())) {
			this.table.tried(username);
			throw new InvalidInput("code", "notification.violation.code-wrong");
		}
		this.table.confirm(username);
		this.journal.record("notification.address", username, "confirmed");
	}

	/** No mails to this address any more. */
	void forget(String username) {
		this.table.forget(username);
		this.journal.record("notification.address", username, "removed");
	}

	private static String hash(String username, String code) {
		try {
			byte[] text = (username + " " + code).getBytes(StandardCharsets.UTF_8);
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
