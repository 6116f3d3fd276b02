package org.gongjian.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.gongjian.shared.Actor;
import org.gongjian.shared.Written;
import org.springframework.stereotype.Component;

/**
 * What may be chosen in fields that name an organisation, a person or a row of a
 * register.
 */
@Component
public class Choices {

	/** The most answers. */
	public static final int MOST = 20;

	private static final int LONGEST = 100;

	private final Directory directory;

	private final Names.Lookup lookup;

	Choices(Directory directory, Names.Lookup lookup) {
		this.directory = directory;
		this.lookup = lookup;
	}

	/**
	 * Active organisations that fit.
	 * @param side the side they must be of, empty for any; an unknown one has none
	 */
	public List<Choice> organisations(String q, String side) {
		boolean known = side.isEmpty() || FormReader.SIDES.contains(side);
		return known ? this.directory.organisations(shortened(q), side.isEmpty() ? null : side, MOST) : List.of();
	}

	/**
	 * Active people that fit; nobody while neither a name nor an organisation is given.
	 * @param of the code of their organisation, or empty
	 */
	public List<Choice> people(String q, String of) {
		boolean asked = !of.isBlank() || !q.isBlank();
		return asked ? this.directory.people(shortened(q), of.isBlank() ? null : of, MOST) : List.of();
	}

	/**
	 * Rows of a register that fit and that this person may see.
	 * @param kind the name of the register in form files; an unknown one has none
	 * @param parameters of a request: those that begin with {@code data.} hold what the
	 * form holds so far
	 */
	public List<Choice> references(Actor actor, String kind, String q, Map<String, String> parameters) {
		ReferenceSource source = this.lookup.source(kind);
		Map<String, Object> data = new LinkedHashMap<>();
		parameters.forEach((name, value) -> {
			if (name.startsWith("data.") && value.length() <= LONGEST) {
				data.put(name.substring("data.".length()), value);
			}
		});
		return (source == null) ? List.of() : source.search(shortened(q), data, actor, MOST);
	}

	private static String shortened(String q) {
		Written written = Written.line(q);
		String text = written.clean() ? written.text() : "";
		return (text.length() > LONGEST) ? text.substring(0, text.offsetByCodePoints(0, LONGEST / 2)) : text;
	}

}
