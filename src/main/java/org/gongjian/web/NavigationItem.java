package org.gongjian.web;

import org.gongjian.shared.Actor;

/**
 * An entry of the main navigation; a room contributes one by declaring a bean of it.
 *
 * @param key the message key of its text
 * @param path where it leads
 * @param group {@code work}, {@code registers}, {@code overview}, {@code people},
 * {@code processes} or {@code system}
 * @param order its place within the group; rooms keep to their own ten: pairings 10,
 * activities 20, problems 30, meetings 40, plaques 50; the overview begins at 70
 * @param role the role that sees it, or {@code null} for everybody signed in
 */
public record NavigationItem(String key, String path, String group, int order, String role) {

	boolean isFor(Actor actor) {
		return this.role == null || actor.has(this.role);
	}

}
