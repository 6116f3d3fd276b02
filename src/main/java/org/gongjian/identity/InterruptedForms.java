package org.gongjian.identity;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.gongjian.shared.Actor;

/**
 * What was typed into a form whose sending was refused because the session, or its token,
 * had ended meanwhile. It waits in the session and is given back on the page of the form,
 * to whom typed it and to nobody else.
 */
public final class InterruptedForms {

	/** The hidden field that says who typed; a form without it is not kept. */
	public static final String WHO = "_who";

	private static final String NAME = "gongjian.interrupted";

	private static final String PATH = "_path";

	private static final int MOST_CHARACTERS = 300_000;

	private InterruptedForms() {
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
		request.getSession().setAttribute(NAME, kept);
	}

	/** What this person had typed into the form of this page, once; empty if nothing. */
	@SuppressWarnings("unchecked")
	public static Optional<Map<String, String[]>> take(HttpServletRequest request, Actor actor) {
		HttpSession session = request.getSession(false);
		Map<String, String[]> kept = (session == null) ? null : (Map<String, String[]>) session.getAttribute(NAME);
		if (kept == null || !kept.get(PATH)[0].equals(request.getRequestURI())) {
			return Optional.empty();
		}
		session.removeAttribute(NAME);
		return Optional.of(kept).filter((typed) -> typed.get(WHO)[0].equals(actor.username()));
	}

}
