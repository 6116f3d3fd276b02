package org.gongjian.organisation;

import java.util.Map;

/** Who is above whom: asked when a slot is late. */
final class Superiors {

	/** Who is asked above a role; roles of an organisation stay in it where they can. */
	private static final Map<Role, Role> SUPERIORS = Map.ofEntries(Map.entry(Role.GOV_LIAISON, Role.GOV_SECRETARY),
			Map.entry(Role.ENT_LIAISON, Role.ENT_SECRETARY), Map.entry(Role.GOV_SECRETARY, Role.PARTY_HEAD),
			Map.entry(Role.ENT_SECRETARY, Role.PARTY_HEAD), Map.entry(Role.DEPT_HANDLER, Role.DEPT_HEAD),
			Map.entry(Role.DEPT_HEAD, Role.WC_DEPUTY), Map.entry(Role.PARTY_OFFICER, Role.PARTY_HEAD),
			Map.entry(Role.PARTY_HEAD, Role.WC_DEPUTY), Map.entry(Role.WC_DEPUTY, Role.WC_SECRETARY),
			Map.entry(Role.WC_SECRETARY, Role.PROCESS_ADMIN));

	private Superiors() {
	}

	/** The slot above one; the process administrators at the top. */
	static String of(String slot) {
		if (slot.startsWith(Roles.USER)) {
			return Role.PARTY_HEAD.id();
		}
		int at = slot.indexOf('@');
		String name = (at < 0) ? slot : slot.substring(0, at);
		String organisation = (at < 0) ? "" : slot.substring(at);
		return switch (name) {
			case "liaison" -> "secretary" + organisation;
			case "secretary" -> Role.PARTY_HEAD.id();
			default -> Role.of(name).map((role) -> above(role, organisation)).orElse(Role.PROCESS_ADMIN.id());
		};
	}

	private static String above(Role role, String organisation) {
		if (role.scope() == Role.Scope.SYSTEM) {
			return Role.PROCESS_ADMIN.id();
		}
		Role superior = SUPERIORS.getOrDefault(role, Role.PARTY_HEAD);
		return (superior.scope() == Role.Scope.ORGANISATION) ? superior.id() + organisation : superior.id();
	}

}
