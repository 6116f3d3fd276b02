package org.gongjian.inbox;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.gongjian.identity.Journal;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotAllowed;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Written;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sentences people use again and again in comments: their own, and those of the house.
 */
@Service
@Transactional
class Phrases {

	private static final String KEEPER = "sys-admin";

	private static final int MOST = 40;

	private static final int LONGEST = 200;

	private final PhraseTable table;

	private final Journal journal;

	Phrases(PhraseTable table, Journal journal) {
		this.table = table;
		this.journal = journal;
	}

	/** One's own first, then those of the house in one's language. */
	@Transactional(readOnly = true)
	List<Phrase> offered(Actor actor, Locale locale) {
		return this.table.offered(actor.username(), locale.getLanguage());
	}

	/** Whether this person keeps the phrases of the house. */
	static boolean keeps(Actor actor) {
		return actor.has(KEEPER);
	}

	/**
	 * Adds a phrase.
	 * @param house whether for everybody who reads this language
	 * @throws InvalidInput if it is empty or too long, or there are too many
	 */
	void add(Actor actor, String text, boolean house, Locale locale) {
		String said = said(text);
		List<Phrase> before = offered(actor, locale);
		if (before.size() >= MOST) {
			throw new InvalidInput("text", "inbox.phrases.many", MOST);
		}
		if (house && !keeps(actor)) {
			throw new NotAllowed("inbox.phrases.house-only");
		}
		if (house) {
			this.journal.record("phrase.added", said, locale.getLanguage());
		}
		this.table.insert(UUID.randomUUID(), house ? null : actor.username(), house ? locale.getLanguage() : null, said,
				before.size() + 1);
	}

	/**
	 * Says a phrase in other words.
	 * @throws InvalidInput if it is empty or too long
	 * @throws NotFound if it is not this person's to change
	 */
	void change(Actor actor, UUID id, String text) {
		boolean own = this.table.holds(id, actor.username());
		if (!own && !(keeps(actor) && this.table.holds(id, null))) {
			throw new NotFound("phrase " + id);
		}
		String said = said(text);
		this.table.change(id, said);
		if (!own) {
			this.journal.record("phrase.changed", said, "");
		}
	}

	private static String said(String text) {
		return Written.text(text).between("text", 1, LONGEST, "inbox.phrases.text");
	}

	void forget(Actor actor, UUID id) {
		boolean own = this.table.delete(id, actor.username());
		if (!own && !(keeps(actor) && this.table.deleteOfHouse(id))) {
			throw new NotFound("phrase " + id);
		}
		if (!own) {
			this.journal.record("phrase.removed", id.toString(), "");
		}
	}

}
