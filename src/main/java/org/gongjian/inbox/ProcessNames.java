package org.gongjian.inbox;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.gongjian.engine.Definitions;
import org.gongjian.shared.Bilingual;
import org.springframework.stereotype.Component;

/** What processes are called. */
@Component
public class ProcessNames {

	private final Definitions definitions;

	ProcessNames(Definitions definitions) {
		this.definitions = definitions;
	}

	/** The names by process key. */
	public Map<String, String> all(Locale locale) {
		var names = new LinkedHashMap<String, String>();
		this.definitions.newest()
			.forEach((released) -> names.put(released.process(), Bilingual.ofName(released.name()).in(locale)));
		return names;
	}

	/** The name of a released version. */
	public String of(String definition, Locale locale) {
		return Bilingual.ofName(this.definitions.get(definition).name()).in(locale);
	}

}
