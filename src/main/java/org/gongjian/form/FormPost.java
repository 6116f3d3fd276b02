package org.gongjian.form;

import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import org.gongjian.web.Language;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * Which button was pressed.
 *
 * @param action what it asks for
 * @param path the field it is about, or {@code null}
 * @param detail what else it says: the id of a file, the code of a decision; or
 * {@code null}
 */
public record FormPost(Action action, String path, String detail) {

	/** The name of every button of a form. */
	public static final String NAME = "_action";

	/** The hidden field that says what Enter in a field means. */
	private static final String DEFAULT = "_default";

	/** What the button pressed in a form asks for. */
	public static Action wanted(HttpServletRequest request) {
		MultiValueMap<String, String> post = new LinkedMultiValueMap<>();
		request.getParameterMap().forEach((name, values) -> post.addAll(name, List.of(values)));
		return of(post).action();
	}

	static FormPost of(MultiValueMap<String, String> post) {
		if (post.getFirst(Language.PARAMETER) != null) {
			return new FormPost(Action.LANGUAGE, null, null);
		}
		String value = post.containsKey(NAME) ? post.getFirst(NAME) : post.getFirst(DEFAULT);
		if (value == null || value.length() > 300) {
			return new FormPost(Action.STAY, null, null);
		}
		String[] parts = value.split(":", 3);
		Action action = Action.of(parts[0]);
		return new FormPost(action, (parts.length > 1) ? parts[1] : null, (parts.length > 2) ? parts[2] : null);
	}

	/** What a button asks for. */
	public enum Action {

		/** Show the form again with what was typed. */
		STAY,

		/** One more row: {@code add-row:resourceList}. */
		ADD_ROW,

		/** One row less: {@code remove-row:resourceList[2]}. */
		REMOVE_ROW,

		/** Look up what was typed: {@code search:enterpriseOrg}. */
		SEARCH,

		/** Take in the files chosen: {@code upload:scan}. */
		UPLOAD,

		/** Drop a file: {@code remove-file:scan:<id>}. */
		REMOVE_FILE,

		/** The same form in the other language. */
		LANGUAGE,

		/** Keep what was typed. */
		SAVE_DRAFT,

		/** The same, by itself, while typing. */
		AUTOSAVE,

		/** Forget the draft and start anew. */
		DISCARD,

		/** Check, and show the answers before they are sent. */
		CHECK,

		/** Back from the answers to the form: {@code back:reason}. */
		BACK,

		/** Send. */
		SUBMIT;

		private static Action of(String word) {
			for (Action action : values()) {
				if (action.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word)) {
					return action;
				}
			}
			return STAY;
		}

		/** Whether nothing but the form itself changes by it. */
		public boolean stays() {
			return this != CHECK && this != SUBMIT;
		}

	}

}
