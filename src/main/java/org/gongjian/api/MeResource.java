package org.gongjian.api;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.gongjian.organisation.Organisations;
import org.gongjian.organisation.Roles;
import org.gongjian.organisation.StandIns;
import org.gongjian.shared.Actor;
import org.gongjian.web.Visitor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who I am. */
@RestController
@Tag(name = "api.tag.me")
class MeResource {

	private final Organisations organisations;

	private final Roles roles;

	private final StandIns standIns;

	private final Visitor visitor;

	MeResource(Organisations organisations, Roles roles, StandIns standIns, Visitor visitor) {
		this.standIns = standIns;
		this.organisations = organisations;
		this.roles = roles;
		this.visitor = visitor;
	}

	/**
	 * The person signed in.
	 *
	 * @param roles role ids held today, {@code party-officer}
	 * @param groups the same with their organisation, {@code gov-secretary@G02}
	 * @param standInFor accounts for whom this person stands in today
	 */
	record Me(String username, String name, String locale, List<String> roles, List<String> groups,
			List<OrganisationName> organisations, List<String> standInFor) {
	}

	/** An organisation in a few words. */
	record OrganisationName(String code, String name) {
	}

	@GetMapping("/api/v1/me")
	@Operation(summary = "api.op.me")
	Me me(Actor actor, Locale locale) {
		String language = this.visitor.language().orElse(locale).toLanguageTag();
		List<OrganisationName> mine = this.organisations.all(actor.organisations())
			.stream()
			.map((organisation) -> new OrganisationName(organisation.code(), organisation.name(locale)))
			.toList();
		return new Me(actor.username(), actor.name(), language, sorted(actor.roles()), sorted(actor.groups()), mine,
				standInFor(actor));
	}

	/** As a deputy in a role, or during leave. */
	private List<String> standInFor(Actor actor) {
		return Stream
			.concat(this.roles.standInFor(actor.username()).stream(),
					this.standIns.standInFor(actor.username()).stream())
			.distinct()
			.sorted()
			.toList();
	}

	private static List<String> sorted(java.util.Set<String> texts) {
		return texts.stream().sorted().toList();
	}

}
