package org.gongjian.identity;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Violation;
import org.gongjian.shared.Slice;
import org.gongjian.shared.Written;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The accounts people sign in with. Every change is in the journal. */
@Service
@Transactional
public class Accounts {

	private static final String USERNAME = "[a-z0-9][a-z0-9._@-]{1,59}";

	private final AccountTable table;

	private final SetupLinks links;

	private final Sessions sessions;

	private final KnownDevices devices;

	private final PasswordEncoder encoder;

	private final PasswordRule rule;

	private final CurrentVisitor visitor;

	private final Journal journal;

	private final Clock clock;

	Accounts(AccountTable table, SetupLinks links, Sessions sessions, KnownDevices devices, PasswordEncoder encoder,
			PasswordRule rule, CurrentVisitor visitor, Journal journal, Clock clock) {
		this.table = table;
		this.links = links;
		this.sessions = sessions;
		this.devices = devices;
		this.encoder = encoder;
		this.rule = rule;
		this.visitor = visitor;
		this.journal = journal;
		this.clock = clock;
	}

	/**
	 * Makes an account.
	 * @param username lower case letters, digits, {@code . _ - @}; unique
	 * @param displayName the name to show
	 * @param personId the person it belongs to, or {@code null}
	 * @param password the first password, or {@code null} to invite by link
	 * @throws InvalidInput if something of it is not acceptable
	 */
	public Account create(String username, String displayName, UUID personId, String password) {
		refuse(wrongWith(username, displayName, password));
		String hash = (password == null) ? null : this.encoder.encode(password);
		this.table.insert(username, Written.line(displayName).text(), personId, hash, this.clock.instant());
		this.journal.record("account.created", username, displayName);
		return get(username);
	}

	/**
	 * All that is wrong with an account that somebody wants, in the order of the form.
	 */
	List<Violation> wrongWith(String username, String displayName, String password) {
		List<Violation> wrong = new ArrayList<>();
		if (!username.matches(USERNAME)) {
			wrong.add(Violation.of("username", "identity.username.form"));
		}
		else if (this.table.find(username).isPresent()) {
			wrong.add(Violation.of("username", "identity.username.taken"));
		}
		Written name = Written.line(displayName);
		if (!name.clean() || name.empty() || name.longerThan(200)) {
			wrong.add(Violation.of("displayName", "identity.name.form"));
		}
		if (password != null) {
			this.rule.check("password", password, username, displayName).ifPresent(wrong::add);
		}
		return wrong;
	}

	/** All that is wrong with a new password for an account that is there. */
	List<Violation> wrongWith(String username, String password) {
		return this.rule.check("password", password, username, get(username).displayName()).stream().toList();
	}

	private static void refuse(List<Violation> wrong) {
		if (!wrong.isEmpty()) {
			throw new InvalidInput(wrong);
		}
	}

	/**
	 * Makes a demo account, or gives it another password. The rule for passwords is not
	 * asked: whoever runs a demonstration chose it.
	 * @param passwordHash as the encoder wrote it
	 */
	public void demo(String username, String displayName, UUID personId, String passwordHash) {
		if (this.table.find(username).isEmpty()) {
			this.table.insert(username, displayName, personId, passwordHash, this.clock.instant());
		}
		else {
			this.table.password(username, passwordHash, this.clock.instant());
		}
	}

	/** The account with a name, if there is one. */
	@Transactional(readOnly = true)
	public Optional<Account> find(String username) {
		return this.table.find(username);
	}

	/** The account of a person, if there is one. */
	@Transactional(readOnly = true)
	public Optional<Account> ofPerson(UUID person) {
		return this.table.ofPerson(person);
	}

	/** Whether there is no account at all: the house is new. */
	@Transactional(readOnly = true)
	public boolean isEmpty() {
		return this.table.isEmpty();
	}

	/**
	 * Accounts by parts of user name or name, or of the initials of a Chinese one, in the
	 * order of user names.
	 */
	@Transactional(readOnly = true)
	public Slice<Account> search(String q, String cursor, int limit) {
		String pattern = Patterns.contains((q == null) ? "" : q.strip().toLowerCase(Locale.ROOT));
		return Slice.cut(this.table.search(pattern, (cursor == null) ? "" : cursor, limit + 1), limit,
				Account::username);
	}

	/** Closes an account; its sessions end at once. */
	public void disable(String username) {
		get(username);
		if (this.table.enable(username, false)) {
			this.links.revoke(username);
			this.devices.forget(username);
			changed("account.disabled", username);
			this.sessions.end(username);
		}
	}

	/** Opens a closed account again. */
	public void enable(String username) {
		get(username);
		if (this.table.enable(username, true)) {
			changed("account.enabled", username);
		}
	}

	/** Lifts a lock after wrong passwords. */
	public void unlock(String username) {
		get(username);
		if (this.table.unlock(username)) {
			changed("account.unlocked", username);
		}
	}

	/** Changes the name that is shown. */
	public void rename(String username, String displayName) {
		this.table.rename(username, displayName);
		changed("account.renamed", username);
	}

	/** Ends all sessions of an account. */
	public void endSessions(String username) {
		get(username);
		this.sessions.end(username);
		this.journal.record("account.sessions-ended", username, "");
	}

	/**
	 * Makes a link with which the person sets a new password once; the old one is no
	 * longer of use.
	 * @return the address of the link
	 */
	public String resetPassword(String username) {
		get(username);
		this.table.password(username, null, this.clock.instant());
		this.sessions.end(username);
		changed("account.link-made", username);
		return this.links.create(username);
	}

	/**
	 * Sets a new password; all other sessions end.
	 * @param username whose
	 * @param password the new one
	 * @param keep the session that goes on, or {@code null}
	 * @throws InvalidInput if it breaks the rule for passwords
	 */
	public void changePassword(String username, String password, String keep) {
		refuse(wrongWith(username, password));
		this.table.password(username, this.encoder.encode(password), this.clock.instant());
		this.links.revoke(username);
		this.devices.forget(username);
		changed("account.password-changed", username);
		this.sessions.endOthers(username, keep);
	}

	/**
	 * Chooses language and time zone; {@code null} means as the browser and office have
	 * it.
	 */
	public void prefer(String username, Locale language, ZoneId zone) {
		this.table.language(username, (language == null) ? null : language.toLanguageTag());
		this.table.zone(username, (zone == null) ? null : zone.getId());
		this.visitor.forget(username);
	}

	/** Lets single keys do something on the pages of an account, or nothing. */
	@Transactional
	public void shortcuts(String username, boolean shortcuts) {
		this.table.shortcuts(username, shortcuts);
		this.visitor.forget(username);
	}

	private Account get(String username) {
		return this.table.find(username).orElseThrow(() -> new NotFound("account " + username));
	}

	private void changed(String what, String username) {
		this.journal.record(what, username, "");
		this.visitor.forget(username);
	}

}
