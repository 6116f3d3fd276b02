package org.gongjian.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.gongjian.shared.Actor;

/**
 * What a field of type {@code reference} may point to. A room implements it for its own
 * register.
 */
public interface ReferenceSource {

	/** The name form files use, {@code programme}. */
	String kind();

	/**
	 * What fits.
	 * @param q what was typed, may be empty
	 * @param data the data of the case and of the form so far
	 * @param actor who chooses; sees only what that person may see
	 * @param limit the most answers
	 */
	List<Choice> search(String q, Map<String, Object> data, Actor actor, int limit);

	/** The one of that id, for showing it. */
	Optional<Choice> find(String id);

	/** Whether this person may choose it now; the check behind every submission. */
	default boolean mayChoose(String id, Map<String, Object> data, Actor actor) {
		return find(id).isPresent();
	}

}
