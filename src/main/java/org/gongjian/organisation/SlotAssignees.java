package org.gongjian.organisation;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.gongjian.engine.Assignees;
import org.gongjian.shared.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/** Reads a node's setting {@code who} against the facts of a case. */
@Component
class SlotAssignees implements Assignees {

	private static final Logger logger = LoggerFactory.getLogger(SlotAssignees.class);

	private static final Set<String> OF_EITHER_SIDE = Set.of("secretary", "liaison");

	private final People people;

	private final Roles roles;

	SlotAssignees(People people, Roles roles) {
		this.people = people;
		this.roles = roles;
	}

	@Override
	public List<String> slots(String who, Function<String, Object> facts) {
		Set<String> slots = new LinkedHashSet<>();
		for (String part : split(who)) {
			add(part, facts, slots);
		}
		if (slots.isEmpty()) {
			logger.warn("The setting who=\"{}\" of a node means nobody: the process administrators are asked.", who);
			slots.add(Role.PROCESS_ADMIN.id());
		}
		return List.copyOf(slots);
	}

	private void add(String part, Function<String, Object> facts, Set<String> slots) {
		int at = part.indexOf('@');
		if (part.equals("initiator")) {
			split(facts.apply("initiator")).forEach((username) -> slots.add("user:" + username));
		}
		else if (part.startsWith("person:")) {
			split(facts.apply(part.substring("person:".length()))).forEach((id) -> addPerson(id, slots));
		}
		else if (part.startsWith("superior:")) {
			superior(part.substring("superior:".length()), facts, slots);
		}
		else if (part.startsWith("each:")) {
			slots.addAll(split(facts.apply(part.substring("each:".length()))));
		}
		else if (part.startsWith("user:")) {
			slots.add(part);
		}
		else if (part.startsWith("role:")) {
			split(facts.apply(part.substring("role:".length()))).forEach((role) -> add(role, facts, slots));
		}
		else if (at < 0 && Role.of(part).filter((role) -> role.scope() != Role.Scope.ORGANISATION).isPresent()) {
			slots.add(part);
		}
		else if (at > 0 && ofOrganisation(part.substring(0, at))) {
			split(facts.apply(part.substring(at + 1)))
				.forEach((organisation) -> slots.add(part.substring(0, at) + "@" + organisation));
		}
		else {
			logger.warn("The setting who of a node names no role: {}", part);
		}
	}

	/**
	 * Whoever is above a role by so many levels, {@code 2:gov-liaison@governmentOrg};
	 * {@code initiator} means the role in which the case was started.
	 */
	private void superior(String part, Function<String, Object> facts, Set<String> slots) {
		boolean counted = part.matches("[1-4]:.*");
		int levels = counted ? Integer.parseInt(part.substring(0, 1)) : 1;
		String whose = counted ? part.substring(2) : part;
		Set<String> below = new LinkedHashSet<>();
		if (whose.equals("initiator") && facts.apply("initiatorRole") != null) {
			below.add(facts.apply("initiatorRole") + "@" + facts.apply("initiatorOrg"));
		}
		else {
			add(whose, facts, below);
		}
		for (String slot : below) {
			String above = slot;
			for (int level = 0; level < levels; level++) {
				above = this.roles.superior(above);
			}
			slots.add(above);
		}
	}

	@Override
	public boolean anybody(String slot) {
		return !this.roles.holders(slot).isEmpty();
	}

	private void addPerson(String id, Set<String> slots) {
		Ids.parse(id)
			.flatMap(this.people::byId)
			.map(Person::username)
			.ifPresentOrElse((username) -> slots.add("user:" + username),
					() -> logger.warn("The person {} of a node is not known or has no account", id));
	}

	private static boolean ofOrganisation(String role) {
		return OF_EITHER_SIDE.contains(role)
				|| Role.of(role).filter((known) -> known.scope() == Role.Scope.ORGANISATION).isPresent();
	}

	private static List<String> split(Object text) {
		if (text == null) {
			return List.of();
		}
		return Arrays.stream(text.toString().split(",")).map(String::strip).filter((part) -> !part.isEmpty()).toList();
	}

}
