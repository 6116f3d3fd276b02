package org.gongjian.organisation;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.gongjian.identity.Accounts;
import org.gongjian.shared.Actor;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * The organisations the article names, the fictional ones, and people with accounts named
 * after their roles: no account carries a real person's name.
 */
@Component
@Profile("demo")
class DemoOrganisations implements DemoPart {

	private static final String SINCE = "2024-01-01";

	private static final Map<String, String> SHORT = Map.ofEntries(Map.entry("G01", "纪检监察党支部"),
			Map.entry("G02", "办公室党支部"), Map.entry("G03", "创业中心机关党支部"), Map.entry("G04", "科技创新局党支部"),
			Map.entry("G05", "综合协调服务中心党支部"), Map.entry("E03", "重药民生党支部"));

	private static final Map<String, String> ENGLISH = Map.ofEntries(
			Map.entry("Z01", "Party Working Committee of Xiangtan High-tech Zone"),
			Map.entry("Z02", "Management Committee of Xiangtan High-tech Zone"),
			Map.entry("G01", "Discipline Inspection and Supervision Party branch"),
			Map.entry("G02", "Party branch of the Office of Xiangtan High-tech Zone"),
			Map.entry("G03", "Office branch of the Entrepreneurship Center"),
			Map.entry("G04", "Party branch of the Science and Technology Innovation Bureau"),
			Map.entry("G05", "Party branch of the Comprehensive Coordination Service Center"),
			Map.entry("E03", "Zhongyao Minsheng Party branch"),
			Map.entry("E08", "General Party branch of Xiangtan Yifeng"));

	private final Organisations organisations;

	private final People people;

	private final Roles roles;

	private final Accounts accounts;

	DemoOrganisations(Organisations organisations, People people, Roles roles, Accounts accounts) {
		this.organisations = organisations;
		this.people = people;
		this.roles = roles;
		this.accounts = accounts;
	}

	@Override
	public int order() {
		return 0;
	}

	@Override
	public void load(DemoSource source) {
		JsonNode fictional = source.data().get("fictional");
		source.data().get("organisations").forEach((node) -> organisation(node, text(node, "provenance")));
		fictional.get("organisations").forEach((node) -> organisation(node, "D"));
		fictional.get("accounts").forEach((node) -> person(node, source.passwordHash()));
	}

	private void organisation(JsonNode node, String provenance) {
		String code = text(node, "code");
		String side = text(node, "side");
		String english = node.hasNonNull("nameEn") ? text(node, "nameEn")
				: ENGLISH.getOrDefault(code, sentence(text(node, "nameInArticle")));
		this.organisations.insert(
				new OrganisationForm(code, english, text(node, "nameZh"), SHORT.get(code), side, text(node, "orgType"),
						sector(code, side), "", "", "", members(side), "", "", "", text(node, "evidence")),
				provenance, Actor.SYSTEM);
	}

	private static String sector(String code, String side) {
		return switch (side) {
			case "GOVERNMENT" -> "GOV_ORGAN";
			case "ENTERPRISE" -> code.equals("F03") ? "NEW_SOCIAL" : "NEW_ECONOMIC";
			default -> "";
		};
	}

	/** The article names no membership: the numbers are fill-ins. */
	private static String members(String side) {
		return switch (side) {
			case "GOVERNMENT" -> "12";
			case "ENTERPRISE" -> "9";
			default -> "";
		};
	}

	private static String sentence(String text) {
		return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
	}

	private void person(JsonNode node, String passwordHash) {
		String username = text(node, "username");
		String role = text(node, "role");
		String home = text(node, "org").equals("-") ? "" : text(node, "org");
		Person person = this.people.insert(new PersonForm(text(node, "display"), english(username, home), home, "",
				Membership.FORMAL.name(), "", username, ""), "D", Actor.SYSTEM);
		boolean ofOrganisation = Role.of(role).filter((known) -> known.scope() == Role.Scope.ORGANISATION).isPresent();
		this.roles.insert(person.id(), new AssignmentForm(role, ofOrganisation ? home : "", SINCE, "", "", ""), "D",
				Actor.SYSTEM);
		account(username, text(node, "display"), person.id(), passwordHash);
	}

	private void account(String username, String display, UUID person, String passwordHash) {
		this.accounts.demo(username, display, person, passwordHash);
	}

	/** {@code ent2.liaison} of F01 becomes {@code Ent2 liaison (F01)}. */
	private static String english(String username, String home) {
		return sentence(username.replace('.', ' ')) + (home.isEmpty() ? "" : " (" + home + ")");
	}

	private static String text(JsonNode node, String name) {
		return node.hasNonNull(name) ? node.get(name).asString() : "";
	}

}
