package org.gongjian.inbox;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The lists of a person's tasks. */
public enum View {

	/** What I hold or may take. */
	TODO(List.of("MINE", "POOL", "ASKED")),

	/** What I may take. */
	POOL(List.of("POOL")),

	/** What I decided. */
	DONE(List.of("DONE"));

	private final List<String> shares;

	View(List<String> shares) {
		this.shares = shares;
	}

	List<String> shares() {
		return this.shares;
	}

	String code() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** The view of that name, {@code todo}. */
	public static Optional<View> of(String name) {
		return List.of(values()).stream().filter((view) -> view.code().equals(name)).findFirst();
	}

}
