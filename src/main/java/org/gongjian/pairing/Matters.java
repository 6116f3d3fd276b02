package org.gongjian.pairing;

import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What all rooms together still have open of a pairing. */
@Component
@Transactional(readOnly = true)
class Matters {

	private final ObjectProvider<OpenMatters> sources;

	Matters(ObjectProvider<OpenMatters> sources) {
		this.sources = sources;
	}

	/** Everything open, by kind. */
	List<Open> of(Pairing pairing) {
		return this.sources.stream()
			.sorted((one, other) -> one.kind().compareTo(other.kind()))
			.flatMap((source) -> source.of(pairing).stream().map((matter) -> new Open(source.kind(), matter)))
			.toList();
	}

	/** How many problems are open. */
	int problems(Pairing pairing) {
		return (int) of(pairing).stream().filter((open) -> open.kind() == OpenMatters.Kind.PROBLEM).count();
	}

	record Open(OpenMatters.Kind kind, OpenMatters.Matter matter) {
	}

}
