package org.gongjian.problem;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.gongjian.form.Filled;
import org.gongjian.form.FormAdvice;
import org.gongjian.shared.Bilingual;
import org.gongjian.shared.RowCursor;
import org.springframework.stereotype.Component;

/**
 * Shows whoever reports a problem what the knowledge base has on it: items of its
 * category or kind that share words with it, so that nobody waits for an answer that is
 * there.
 */
@Component
class AnsweredAlready implements FormAdvice {

	private static final int LOOKED_AT = 200;

	private static final int SHOWN = 3;

	/**
	 * How many pairs of letters must be the same, of Chinese mostly a word and a half.
	 */
	private static final int ALIKE = 3;

	private final KnowledgeTable items;

	AnsweredAlready(KnowledgeTable items) {
		this.items = items;
	}

	@Override
	public boolean concerns(String process, String step) {
		return process.equals(Problem.PROCESS) && step.equals("start-register");
	}

	@Override
	public List<Hint> advise(Filled filled) {
		Set<String> asked = words(filled.text("title") + " " + filled.text("description"));
		return this.items.page(ProblemFilter.pattern(""), "", RowCursor.of(null), LOOKED_AT)
			.stream()
			.map((item) -> new Likeness(item, alike(item, asked, filled.text("category"))))
			.filter((one) -> one.pairs() >= ALIKE)
			.sorted(Comparator.comparingInt(Likeness::pairs).reversed())
			.limit(SHOWN)
			.map((one) -> hint(one.item()))
			.toList();
	}

	private static int alike(KnowledgeItem item, Set<String> asked, String category) {
		Set<String> same = words(item.question());
		same.retainAll(asked);
		return same.size() + (item.category().equals(category) ? 1 : 0);
	}

	/** The pairs of neighbouring Chinese letters, and the words of other languages. */
	static Set<String> words(String text) {
		var words = new HashSet<String>();
		for (String part : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
			boolean chinese = part.codePoints().anyMatch(Character::isIdeographic);
			for (int at = 0; chinese && at + 2 <= part.length(); at++) {
				words.add(part.substring(at, at + 2));
			}
			if (!chinese && part.length() > 3) {
				words.add(part);
			}
		}
		return words;
	}

	private static Hint hint(KnowledgeItem item) {
		return new Hint(new Bilingual("Perhaps answered already: " + item.question(), "可能已有答复：" + item.question()),
				new Bilingual(item.answer(), item.answer()), "/knowledge?category=" + item.category());
	}

	private record Likeness(KnowledgeItem item, int pairs) {
	}

}
