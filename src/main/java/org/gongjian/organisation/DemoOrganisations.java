package org.gongjian.organisation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.gongjian.identity.Accounts;
import org.gongjian.shared.Actor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The organisations the article names, those made up beside them, and the accounts of the
 * demonstration. No account carries a real person's name; people named in the article are
 * on the source page only.
 */
@Component
@Profile("demo")
class DemoOrganisations implements DemoPart {

	private static final String FIRST_DAY = "2024-01-01";

	private static final String SEAT = "湘潭高新区";

	private final Organisations organisations;

	private final Departments departments;

	private final People people;

	private final Roles roles;

	private final RoleTidings tidings;

	private final Accounts accounts;

	private final JsonNode additions;

	DemoOrganisations(Organisations organisations, Departments departments, People people, Roles roles,
			RoleTidings tidings, Accounts accounts, JsonMapper mapper) {
		this.organisations = organisations;
		this.departments = departments;
		this.people = people;
		this.roles = roles;
		this.tidings = tidings;
		this.accounts = accounts;
		this.additions = read(mapper);
	}

	private static JsonNode read(JsonMapper mapper) {
		try (InputStream in = new ClassPathResource("demo/additions.json").getInputStream()) {
			return mapper.readTree(in);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public int order() {
		return 0;
	}

	@Override
	public void load(DemoSource source) {
		JsonNode fictional = source.data().get("fictional");
		source.data()
			.get("organisations")
			.forEach((node) -> organisation(node, nameOf(node), text(node, "provenance")));
		fictional.get("organisations").forEach((node) -> organisation(node, text(node, "nameEn"), "D"));
		List<Assignment> assignments = new ArrayList<>();
		fictional.get("accounts").forEach((node) -> assignments.add(account(node, source.passwordHash())));
		this.tidings.tell(assignments);
		this.additions.get("departments").properties().forEach((entry) -> department(entry.getKey(), entry.getValue()));
	}

	/** The article's words, made readable where they are not. */
	private String nameOf(JsonNode node) {
		String added = added("organisationsEn", text(node, "code"));
		if (!added.isEmpty()) {
			return added;
		}
		String name = text(node, "nameInArticle");
		return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
	}

	private void organisation(JsonNode node, String nameEn, String provenance) {
		String code = text(node, "code");
		String nameZh = text(node, "nameZh");
		String side = text(node, "side");
		this.organisations.insert(new OrganisationForm(code, nameEn, nameZh, shortZh(code, nameZh), side,
				text(node, "orgType"), sector(code, side), "", "", "", added("memberCounts", code), "", "",
				side.equals(Side.ENTERPRISE.name()) ? "5" : "", note(node)), provenance, Actor.SYSTEM);
	}

	private String shortZh(String code, String nameZh) {
		String added = added("shortZh", code);
		if (!added.isEmpty()) {
			return added;
		}
		return nameZh.startsWith(SEAT) ? nameZh.substring(SEAT.length()) : "";
	}

	private static String sector(String code, String side) {
		return switch (Side.valueOf(side)) {
			case GOVERNMENT, ZONE, DEPARTMENT -> Sector.GOV_ORGAN.name();
			case ENTERPRISE -> (code.equals("F03") ? Sector.NEW_SOCIAL : Sector.NEW_ECONOMIC).name();
			case GUEST, COMMUNITY -> "";
		};
	}

	private static String note(JsonNode node) {
		if (!node.hasNonNull("nameInArticle")) {
			return text(node, "note");
		}
		return "In the article: " + text(node, "nameInArticle") + "\nEvidence: " + text(node, "evidence")
				+ "\nConfidence: " + text(node, "confidence");
	}

	private Assignment account(JsonNode node, String passwordHash) {
		String username = text(node, "username");
		String organisation = text(node, "org").equals("-") ? "" : text(node, "org");
		Role role = Role.of(text(node, "role")).orElseThrow();
		Membership membership = (role.scope() == Role.Scope.SYSTEM) ? Membership.NO : Membership.FORMAL;
		Person person = this.people.insert(new PersonForm(text(node, "display"), added("namesEn", username),
				organisation, "", membership.name(), "", username, ""), "D", Actor.SYSTEM);
		this.accounts.demo(username, person.name(), person.id(), passwordHash);
		String place = (role.scope() == Role.Scope.ORGANISATION) ? organisation : "";
		return this.roles.insert(person.id(), new AssignmentForm(role.id(), place, FIRST_DAY, "", "", ""), "D",
				Actor.SYSTEM);
	}

	private void department(String code, JsonNode node) {
		this.departments.describe(code, new DepartmentForm(text(node, "duties"), texts(node, "categories"),
				texts(node, "functions"), person(node, "head"), person(node, "backup")), -1, Actor.SYSTEM);
	}

	private static List<String> texts(JsonNode node, String name) {
		List<String> texts = new ArrayList<>();
		node.path(name).forEach((text) -> texts.add(text.asString()));
		return texts;
	}

	private String person(JsonNode node, String name) {
		return Optional.ofNullable(text(node, name))
			.flatMap(this.people::byUsername)
			.map((person) -> person.id().toString())
			.orElse("");
	}

	private String added(String what, String key) {
		JsonNode value = this.additions.get(what).get(key);
		return (value == null) ? "" : value.asString();
	}

	private static String text(JsonNode node, String name) {
		return node.hasNonNull(name) ? node.get(name).asString() : null;
	}

}
