package org.gongjian.identity;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.gongjian.shared.Actor;
import org.gongjian.web.LocalPath;

/**
 * What was typed into a form whose sending was refused because the session, or its token,
 * had ended meanwhile. It waits in the session and is given back on the page of the form,
 * to whom typed it and to nobody else.
 */
public final class InterruptedForms {

	/** The hidden field that says who typed; a form without it is not kept. */
	public static final String WHO = "_who";

	/**
	 * The hidden field that names the page a form stands on, where it is sent to another
	 * address.
	 */
	private static final String AT = "_at";

	private static final String NAME = "gongjian.interrupted";

	private static final String PATH = "_path";

	private static final int MOST_CHARACTERS = 300_000;

	private InterruptedForms() {
	}

	/**
	 * A form that was not carried out.
	 *
	 * @param path where it was sent to
	 * @param sent what a browser sent
	 */
	public record Interrupted(String path, Map<String, String[]> sent) {

		/** The last part of where it was sent to: what was wanted. */
		public String name() {
			return this.path.substring(this.path.lastIndexOf('/') + 1);
		}

		/** What was typed, the first value of each field. */
		public Map<String, String> typed() {
			return this.sent.entrySet()
				.stream()
				.filter((field) -> field.getValue().length > 0)
				.collect(Collectors.toMap(Map.Entry::getKey, (field) -> field.getValue()[0]));
		}
	}

	static void keep(HttpServletRequest request) {
		Map<String, String[]> sent = request.getParameterMap();
		long size = sent.values().stream().flatMap(java.util.Arrays::stream).mapToLong(String::length).sum();
		if (!sent.containsKey(WHO) || size > MOST_CHARACTERS) {
			return;
		}
		HashMap<String, String[]> kept = new HashMap<>(sent);
		kept.keySet().removeIf((name) -> name.equals("_csrf") || name.equals("_action") || name.equals("_token"));
		kept.put(PATH, new String[] { request.getRequestURI() });
		kept.put(AT, new String[] { page(request).orElse(request.getRequestURI()) });
		request.getSession().setAttribute(NAME, kept);
	}

	/** The page a form says it stands on. */
	static Optional<String> page(HttpServletRequest request) {
		return LocalPath.of(request.getParameter(AT));
	}

	/** What this person had typed into a form of this page, once; empty if nothing. */
	@SuppressWarnings("unchecked")
	public static Optional<Interrupted> take(HttpServletRequest request, Actor actor) {
		HttpSession session = request.getSession(false);
		Map<String, String[]> kept = (session == null) ? null : (Map<String, String[]>) session.getAttribute(NAME);
		if (kept == null || !kept.get(AT)[0].equals(request.getRequestURI())) {
			return Optional.empty();
		}
		session.removeAttribute(NAME);
		return kept.get(WHO)[0].equals(actor.username()) ? Optional.of(new Interrupted(kept.get(PATH)[0], kept))
				: Optional.empty();
	}

	/** The same, of the form that is sent to the address of its own page. */
	public static Optional<Map<String, String[]>> takeMain(HttpServletRequest request, Actor actor) {
		return take(request, actor).filter((form) -> form.path().equals(request.getRequestURI()))
			.map(Interrupted::sent);
	}

}
