package org.gongjian.shared;

import java.util.Locale;
import java.util.Set;

/**
 * The person on whose behalf something is done, with the rights held at this moment.
 *
 * @param username the account, unique and lower case
 * @param name the name records are signed with
 * @param nameEn the name in Latin letters, or {@code null}
 * @param roles role ids held anywhere today, such as {@code party-officer}
 * @param groups the same with their organisation, {@code gov-secretary@G02} or
 * {@code party-officer} for a role of the zone
 * @param organisations codes of the organisations this person belongs to
 * @param zoneWide whether cases of every organisation may be seen; false for people of
 * one Party organisation
 */
public record Actor(String username, String name, String nameEn, Set<String> roles, Set<String> groups,
		Set<String> organisations, boolean zoneWide) {

	/** The actor of timers and start-up work. */
	public static final Actor SYSTEM = new Actor("system", "System", Set.of(), Set.of(), Set.of(), true);

	private static final Set<String> AUDITOR = Set.of("viewer");

	public Actor {
		roles = Set.copyOf(roles);
		groups = Set.copyOf(groups);
		organisations = Set.copyOf(organisations);
	}

	/** Somebody whose name is the same in every language. */
	public Actor(String username, String name, Set<String> roles, Set<String> groups, Set<String> organisations,
			boolean zoneWide) {
		this(username, name, null, roles, groups, organisations, zoneWide);
	}

	/** The name in the reader's language. */
	public String name(Locale locale) {
		return new Bilingual(this.nameEn, this.name).in(locale);
	}

	/** Whether the role is held anywhere today. */
	public boolean has(String role) {
		return this.roles.contains(role);
	}

	/**
	 * Whether the auditor's is the only role held, who reads everything and changes
	 * nothing.
	 */
	public boolean readsOnly() {
		return this.roles.equals(AUDITOR);
	}

	/** Whether this is the system itself, not a person. */
	public boolean isSystem() {
		return this.username.equals(SYSTEM.username);
	}

}
