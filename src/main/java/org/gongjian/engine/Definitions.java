package org.gongjian.engine;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.gongjian.shared.Bilingual;

/** The released diagrams and what lies beside them. */
public interface Definitions {

	/** The newest version of each process. */
	List<Released> newest();

	/** The newest version of one process. */
	Optional<Released> newest(String process);

	/** One version, by the id an instance holds. */
	Released get(String definition);

	/** A file deployed with it, such as {@code forms/task-sign.json}. */
	Optional<byte[]> file(String definition, String name);

	/** An element of the diagram. */
	Optional<Node> node(String definition, String element);

	/** The diagram's XML. */
	byte[] diagram(String definition);

	/**
	 * A released version.
	 *
	 * @param id the engine's id
	 * @param process the process key
	 * @param version counted from 1
	 * @param name as drawn, {@code English 中文}
	 */
	record Released(String id, String process, int version, String name) {

		/** The name in the reader's language. */
		public String title(Locale locale) {
			return Bilingual.ofName(this.name).in(locale);
		}

	}

}
