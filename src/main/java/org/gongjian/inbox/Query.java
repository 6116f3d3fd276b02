package org.gongjian.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.gongjian.inbox.Term.Kind;
import org.gongjian.shared.InvalidInput;

/**
 * Reads a query: words, {@code key:value}, marks such as {@code overdue}, each with
 * {@code -} in front for its contrary, and quotes around what has spaces in it. Several
 * conditions must all hold.
 */
final class Query {

	private static final String FIELD = "text";

	private static final int MOST = 12;

	private static final int LONGEST = 200;

	private final String text;

	private int at;

	private Query(String text) {
		this.text = text;
	}

	/**
	 * The conditions, in their order.
	 * @throws InvalidInput says what cannot be understood
	 */
	static List<Term> parse(String text) {
		if (text == null || text.isBlank()) {
			return List.of();
		}
		if (text.length() > LONGEST) {
			throw new InvalidInput(FIELD, "inbox.query.long", LONGEST);
		}
		return new Query(text).terms();
	}

	private List<Term> terms() {
		List<Term> terms = new ArrayList<>();
		for (skip(); this.at < this.text.length(); skip()) {
			terms.add(term());
		}
		if (terms.size() > MOST) {
			throw new InvalidInput(FIELD, "inbox.query.many", MOST);
		}
		return terms;
	}

	private void skip() {
		while (this.at < this.text.length() && Character.isWhitespace(this.text.charAt(this.at))) {
			this.at++;
		}
	}

	private Term term() {
		boolean not = take('-');
		boolean quoted = isQuote(peek());
		String word = quoted ? quoted() : plain();
		if (!quoted && take(':', '：')) {
			return new Term(key(word), value(word), not);
		}
		if (word.isBlank()) {
			throw new InvalidInput(FIELD, quoted ? "inbox.query.empty-quotes" : "inbox.query.nothing");
		}
		Kind mark = quoted ? null
				: Kind.named(word.toLowerCase(Locale.ROOT)).filter((kind) -> !kind.valued()).orElse(null);
		return (mark != null) ? new Term(mark, null, not) : new Term(Kind.WORD, word, not);
	}

	private static Kind key(String word) {
		Kind kind = Kind.named(word.toLowerCase(Locale.ROOT))
			.orElseThrow(() -> new InvalidInput(FIELD, "inbox.query.unknown", word));
		if (!kind.valued()) {
			throw new InvalidInput(FIELD, "inbox.query.mark", word);
		}
		return kind;
	}

	private String value(String key) {
		String value = isQuote(peek()) ? quoted() : plain();
		if (value.isBlank()) {
			throw new InvalidInput(FIELD, "inbox.query.empty", key);
		}
		return value;
	}

	private String quoted() {
		int from = ++this.at;
		while (this.at < this.text.length() && !isQuote(peek())) {
			this.at++;
		}
		if (this.at == this.text.length()) {
			throw new InvalidInput(FIELD, "inbox.query.quote");
		}
		return this.text.substring(from, this.at++).strip();
	}

	/** Up to a space, a quote, or a colon that ends a key. */
	private String plain() {
		int from = this.at;
		while (this.at < this.text.length() && !Character.isWhitespace(peek()) && !isQuote(peek()) && !endsKey(from)) {
			this.at++;
		}
		return this.text.substring(from, this.at);
	}

	/** A colon ends a key of letters; 10:30 is a word. */
	private boolean endsKey(int from) {
		return (peek() == ':' || peek() == '：') && this.at > from
				&& this.text.substring(from, this.at).chars().allMatch(Character::isLetter);
	}

	private char peek() {
		return (this.at < this.text.length()) ? this.text.charAt(this.at) : ' ';
	}

	private boolean take(char... wanted) {
		for (char one : wanted) {
			if (peek() == one) {
				this.at++;
				return true;
			}
		}
		return false;
	}

	private static boolean isQuote(char letter) {
		return letter == '"' || letter == '“' || letter == '”';
	}

}
