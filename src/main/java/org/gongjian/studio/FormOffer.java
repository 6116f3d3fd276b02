package org.gongjian.studio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.gongjian.shared.InvalidInput;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a form says beside its fields: the decisions it offers, which fields of the case
 * it shows, and for the form a case begins with, who may begin one and how it is called.
 */
final class FormOffer {

	/** How a decision can be meant. */
	static final List<String> KINDS = List.of("positive", "negative", "neutral");

	private static final String EVERYTHING = "*";

	private final ObjectNode root;

	FormOffer(ObjectNode root) {
		this.root = root;
	}

	/**
	 * A decision.
	 *
	 * @param code what routing reads, {@code APPROVE}
	 */
	record Offered(String code, String en, String zh, String kind, boolean comment) {
	}

	/** The decisions, and two empty lines for more. */
	public List<Offered> decisions() {
		List<Offered> decisions = new ArrayList<>();
		this.root.path("decisions")
			.forEach((one) -> decisions.add(new Offered(one.path("code").asString(""),
					FormFile.words(one, "label", "en"), FormFile.words(one, "label", "zh"),
					one.path("kind").asString("neutral"), one.path("commentRequired").asBoolean(false))));
		decisions.add(new Offered("", "", "", "positive", false));
		decisions.add(new Offered("", "", "", "negative", false));
		return decisions;
	}

	/**
	 * Offers other decisions; what is not spoken of, such as a condition, stays.
	 * @throws InvalidInput if one has no code or lacks a language
	 */
	void decisions(Map<String, String> sent) {
		Map<String, JsonNode> known = new LinkedHashMap<>();
		this.root.path("decisions").forEach((one) -> known.put(one.path("code").asString(""), one));
		ArrayNode decisions = this.root.putArray("decisions");
		for (int line = 0; sent.containsKey("decision." + line + ".code"); line++) {
			String at = "decision." + line + ".";
			String typed = sent.get(at + "code").strip();
			String en = sent.getOrDefault(at + "en", "").strip();
			String zh = sent.getOrDefault(at + "zh", "").strip();
			if ((typed + en + zh).isEmpty()) {
				continue;
			}
			String code = typed.isEmpty() ? ValueWords.code(en) : typed;
			if (!code.matches("[A-Z][A-Z0-9_]{0,39}") || en.isEmpty() || zh.isEmpty()) {
				throw new InvalidInput("decisions", "studio.violation.decision");
			}
			ObjectNode one = known.containsKey(code) ? (ObjectNode) known.get(code).deepCopy() : this.root.objectNode();
			decisions.add(said(one, code, en, zh, sent, at));
		}
		if (decisions.isEmpty()) {
			this.root.remove("decisions");
		}
	}

	private static ObjectNode said(ObjectNode one, String code, String en, String zh, Map<String, String> sent,
			String at) {
		one.put("code", code);
		FieldWords.words(one, "label", en, zh);
		one.put("kind", KINDS.contains(sent.get(at + "kind")) ? sent.get(at + "kind") : "neutral");
		if (sent.containsKey(at + "comment")) {
			one.put("commentRequired", true);
		}
		else {
			one.remove("commentRequired");
		}
		return one;
	}

	/** The fields of the case that are shown here; all of them is {@code *}. */
	public List<String> read() {
		return texts("read");
	}

	/** Shows other fields. */
	void read(boolean all, List<String> fields) {
		put("read", all ? List.of(EVERYTHING) : fields);
	}

	/** The roles that may begin a case; nobody named means everybody. */
	public List<String> starters() {
		return texts("starters");
	}

	/** What the number of a case begins with. */
	public String prefix() {
		return this.root.path("numberPrefix").asString("");
	}

	/** How a case is called in a language, with {@code {field}} in it. */
	public String caseTitle(String language) {
		return FormFile.words(this.root, "caseTitle", language);
	}

	/** Says who may begin a case and how it is called and numbered. */
	void begin(List<String> starters, String en, String zh, String prefix) {
		put("starters", starters);
		FieldWords.words(this.root, "caseTitle", en, zh);
		if (prefix.isEmpty()) {
			this.root.remove("numberPrefix");
		}
		else {
			this.root.put("numberPrefix", prefix);
		}
	}

	private List<String> texts(String key) {
		List<String> texts = new ArrayList<>();
		this.root.path(key).forEach((one) -> texts.add(one.asString()));
		return texts;
	}

	private void put(String key, List<String> texts) {
		if (texts.isEmpty()) {
			this.root.remove(key);
			return;
		}
		ArrayNode array = this.root.putArray(key);
		texts.forEach(array::add);
	}

}
