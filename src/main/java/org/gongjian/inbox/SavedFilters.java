package org.gongjian.inbox;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Written;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The filters a person keeps, in the order the person gave them. */
@Service
@Transactional
class SavedFilters {

	static final Set<String> VIEWS = Set.of("todo", "done", "requests", "copied", "cases");

	private static final int MOST = 30;

	private static final int NAME = 60;

	private static final int QUERY = 900;

	private final SavedFilterTable table;

	SavedFilters(SavedFilterTable table) {
		this.table = table;
	}

	@Transactional(readOnly = true)
	List<SavedFilter> of(Actor actor) {
		return this.table.of(actor.username());
	}

	/**
	 * One by its id, whoever keeps it: it can be passed on by its address, and shows
	 * everybody their own list.
	 */
	@Transactional(readOnly = true)
	SavedFilter get(UUID id) {
		return this.table.find(id).orElseThrow(() -> new NotFound("filter " + id));
	}

	/**
	 * Keeps a filter, after the others.
	 * @throws InvalidInput if it has no name, leaves out nothing, cannot be read, or
	 * there are too many
	 */
	SavedFilter keep(Actor actor, String name, String view, Filter filter) {
		List<SavedFilter> before = of(actor);
		if (before.size() >= MOST) {
			throw new InvalidInput("name", "inbox.filters.many", MOST);
		}
		if (!VIEWS.contains(view) || filter.plain() || filter.query().length() > QUERY) {
			throw new InvalidInput("name", "inbox.filters.nothing");
		}
		filter.terms();
		SavedFilter kept = new SavedFilter(UUID.randomUUID(), actor.username(), named(name), view, filter.query(),
				before.size() + 1, false);
		this.table.insert(kept);
		return kept;
	}

	void rename(Actor actor, UUID id, String name) {
		if (!this.table.rename(id, actor.username(), named(name))) {
			throw new NotFound("filter " + id);
		}
	}

	void forget(Actor actor, UUID id) {
		if (!this.table.delete(id, actor.username())) {
			throw new NotFound("filter " + id);
		}
	}

	/** Lets a list open with this filter, or no more with it. */
	void initial(Actor actor, UUID id) {
		SavedFilter own = own(actor, id);
		this.table.initial(actor.username(), own.view(), own.initial() ? null : id);
	}

	/** Moves a filter one place up. */
	void up(Actor actor, UUID id) {
		own(actor, id);
		List<SavedFilter> all = new ArrayList<>(of(actor));
		int at = all.stream().map(SavedFilter::id).toList().indexOf(id);
		if (at > 0) {
			Collections.swap(all, at, at - 1);
		}
		for (int i = 0; i < all.size(); i++) {
			this.table.place(all.get(i).id(), i + 1);
		}
	}

	private SavedFilter own(Actor actor, UUID id) {
		return of(actor).stream()
			.filter((filter) -> filter.id().equals(id))
			.findFirst()
			.orElseThrow(() -> new NotFound("filter " + id));
	}

	private static String named(String name) {
		return Written.line(name).between("name", 1, NAME, "inbox.filters.name");
	}

}
