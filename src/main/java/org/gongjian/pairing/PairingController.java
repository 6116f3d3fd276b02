package org.gongjian.pairing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.gongjian.organisation.Organisation;
import org.gongjian.organisation.Organisations;
import org.gongjian.organisation.People;
import org.gongjian.organisation.Person;
import org.gongjian.organisation.Side;
import org.gongjian.shared.Actor;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The register of pairings: the list, one pairing, who is paired with whom. */
@Controller
@RequestMapping("/pairings")
class PairingController {

	private static final int ROWS = 25;

	private static final int CHOICES = 300;

	private final Pairings pairings;

	private final Programmes programmes;

	private final Organisations organisations;

	private final People people;

	private final List<PairingAside> asides;

	PairingController(Pairings pairings, Programmes programmes, Organisations organisations, People people,
			List<PairingAside> asides) {
		this.pairings = pairings;
		this.programmes = programmes;
		this.organisations = organisations;
		this.people = people;
		this.asides = asides.stream().sorted(Comparator.comparingInt(PairingAside::order)).toList();
	}

	@GetMapping
	String list(Actor actor, @RequestParam(defaultValue = "") String text,
			@RequestParam(defaultValue = "") String status, @RequestParam(defaultValue = "") String org,
			@RequestParam(required = false) String cursor, Model model) {
		PairingFilter filter = new PairingFilter(text, status(status), org);
		model.addAttribute("filter", filter);
		model.addAttribute("rows", this.pairings.rows(actor, filter, cursor, ROWS));
		model.addAttribute("statuses", PairingStatus.values());
		model.addAttribute("governments", choices(actor, Side.GOVERNMENT));
		model.addAttribute("enterprises", choices(actor, Side.ENTERPRISE));
		return "pairing/list";
	}

	@GetMapping("/matrix")
	String matrix(Actor actor, Model model) {
		model.addAttribute("matrix", this.pairings.matrix(actor));
		return "pairing/matrix";
	}

	@GetMapping("/{number}")
	String show(Actor actor, @PathVariable String number, Model model) {
		Pairing pairing = this.pairings.visible(actor, number);
		model.addAttribute("pairing", pairing);
		model.addAttribute("programme", this.programmes.find(pairing.programme()).orElseThrow());
		model.addAttribute("government", this.organisations.get(pairing.governmentOrg()));
		model.addAttribute("enterprise", this.organisations.get(pairing.enterpriseOrg()));
		model.addAttribute("governmentLiaison", person(pairing.governmentLiaison()));
		model.addAttribute("enterpriseLiaison", person(pairing.enterpriseLiaison()));
		model.addAttribute("items", this.pairings.items(pairing));
		model.addAttribute("plan", this.pairings.plan(pairing));
		model.addAttribute("agreements", this.pairings.agreements(pairing));
		model.addAttribute("asides",
				this.asides.stream()
					.map((aside) -> new Aside(aside.heading(), aside.lines(actor, pairing)))
					.filter((aside) -> !aside.lines().isEmpty())
					.toList());
		return "pairing/show";
	}

	private Person person(UUID id) {
		return Optional.ofNullable(id).flatMap(this.people::byId).orElse(null);
	}

	/** Organisations to narrow the list to; none for people who see only their own. */
	private List<Organisation> choices(Actor actor, Side side) {
		return actor.zoneWide() ? this.organisations.search("", side, CHOICES) : List.of();
	}

	private static PairingStatus status(String name) {
		for (PairingStatus status : PairingStatus.values()) {
			if (status.name().equals(name)) {
				return status;
			}
		}
		return null;
	}

	record Aside(String heading, List<PairingAside.Line> lines) {
	}

}
