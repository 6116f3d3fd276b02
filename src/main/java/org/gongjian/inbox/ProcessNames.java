package org.gongjian.inbox;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import org.gongjian.engine.Definitions;
import org.gongjian.engine.Definitions.Released;
import org.gongjian.shared.Bilingual;
import org.springframework.stereotype.Component;

/** What processes are called. */
@Component
public class ProcessNames {

	private static final Duration REMEMBERED = Duration.ofSeconds(2);

	private final Definitions definitions;

	private final LoadingCache<String, List<Released>> newest;

	ProcessNames(Definitions definitions) {
		this.definitions = definitions;
		this.newest = Caffeine.newBuilder().expireAfterWrite(REMEMBERED).build((all) -> definitions.newest());
	}

	/** The names by process key; a new process is among them after two seconds. */
	public Map<String, String> all(Locale locale) {
		var names = new LinkedHashMap<String, String>();
		this.newest.get("all").forEach((released) -> names.put(released.process(), released.title(locale)));
		return names;
	}

	/** The names in both languages by process key, as somebody may type either. */
	Map<String, String> either() {
		Map<String, String> names = all(Locale.ENGLISH);
		all(Locale.CHINESE).forEach((process, name) -> names.merge(process, name, (en, zh) -> en + "\n" + zh));
		return names;
	}

	/** The name of a released version. */
	public String of(String definition, Locale locale) {
		return Bilingual.ofName(this.definitions.get(definition).name()).in(locale);
	}

}
