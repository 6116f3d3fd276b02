package org.gongjian.api;

import java.util.Arrays;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.gongjian.organisation.Organisation;
import org.gongjian.organisation.Organisations;
import org.gongjian.organisation.Side;
import org.gongjian.shared.InvalidInput;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The register of organisations. */
@RestController
@Tag(name = "api.tag.organisations")
class OrganisationResource {

	private final Organisations organisations;

	OrganisationResource(Organisations organisations) {
		this.organisations = organisations;
	}

	/** An organisation. */
	record OrganisationView(String code, String nameEn, String nameZh, String orgType, String side, boolean active) {

		static OrganisationView of(Organisation organisation) {
			return new OrganisationView(organisation.code(), organisation.nameEn(), organisation.nameZh(),
					organisation.orgType().name(), organisation.side().name(), organisation.active());
		}

	}

	@GetMapping("/api/v1/organisations")
	@Operation(summary = "api.op.organisations")
	Items<OrganisationView> list(@RequestParam(required = false) String q, @RequestParam(required = false) String side,
			Window window) {
		return Items.of(
				this.organisations.list(Search.text(q), side(side), null, null, window.cursor(), window.limit()),
				OrganisationView::of);
	}

	private static Side side(String name) {
		if (name == null || name.isBlank()) {
			return null;
		}
		return Arrays.stream(Side.values())
			.filter((side) -> side.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new InvalidInput("side", "api.violation.choice", Search.list(List.of(Side.values()))));
	}

}
