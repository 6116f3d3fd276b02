package org.gongjian.pairing;

import java.util.List;

import org.gongjian.organisation.Organisation;
import org.gongjian.organisation.Organisations;
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

	private final PairingPages pages;

	private final Matrices matrices;

	private final Organisations organisations;

	PairingController(Pairings pairings, PairingPages pages, Matrices matrices, Organisations organisations) {
		this.matrices = matrices;
		this.pairings = pairings;
		this.pages = pages;
		this.organisations = organisations;
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
	String matrix(Actor actor, @RequestParam(defaultValue = "") String text,
			@RequestParam(defaultValue = "") String cursor, @RequestParam(defaultValue = "") String column,
			Model model) {
		String plain = text.strip().replace("\0", "");
		model.addAttribute("text", plain);
		model.addAttribute("column", column);
		model.addAttribute("matrix",
				this.matrices.of(actor, plain, cursor.replace("\0", ""), column.replace("\0", "")));
		return "pairing/matrix";
	}

	@GetMapping("/{number}")
	String show(Actor actor, @PathVariable String number, Model model) {
		model.addAllAttributes(this.pages.of(actor, number));
		return "pairing/show";
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

}
