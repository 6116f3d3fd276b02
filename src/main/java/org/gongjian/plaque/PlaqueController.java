package org.gongjian.plaque;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;

import org.gongjian.shared.Actor;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Time;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The ledger of plaques. */
@Controller
@RequestMapping("/plaques")
class PlaqueController {

	private static final int PAGE = 25;

	private final Plaques plaques;

	private final BatchTable batches;

	private final Certificate certificate;

	private final PlaqueHistory history;

	private final Appeals appeals;

	private final MessageSource messages;

	private final Clock clock;

	PlaqueController(Plaques plaques, BatchTable batches, Certificate certificate, PlaqueHistory history,
			Appeals appeals, MessageSource messages, Clock clock) {
		this.plaques = plaques;
		this.batches = batches;
		this.certificate = certificate;
		this.history = history;
		this.appeals = appeals;
		this.messages = messages;
		this.clock = clock;
	}

	@GetMapping
	String list(Actor actor, @RequestParam(name = "q", required = false) String text,
			@RequestParam(required = false) String state, @RequestParam(required = false) String cursor, Model model) {
		PlaqueFilter filter = new PlaqueFilter(text, state);
		model.addAttribute("filter", filter);
		model.addAttribute("plaques", this.plaques.list(actor, filter, cursor, PAGE));
		model.addAttribute("today", today());
		model.addAttribute("states", PlaqueState.values());
		return "plaque/list";
	}

	@GetMapping("/{number}")
	String show(Actor actor, @PathVariable String number, Locale locale, Model model) {
		Plaque plaque = this.plaques.visible(actor, number);
		String address = this.certificate.address(plaque);
		model.addAttribute("plaque", plaque);
		model.addAttribute("today", today());
		model.addAttribute("address", address);
		model.addAttribute("code", QrCode.of(address));
		model.addAttribute("reason", reason(plaque.reason(), locale));
		model.addAttribute("history", this.history.of(actor, plaque, locale));
		model.addAttribute("appeal", this.appeals.open(actor, plaque).orElse(null));
		model.addAttribute("officer", actor.has(Batches.OFFICER));
		model.addAttribute("caseNumber", (plaque.batch() == null) ? null
				: this.batches.find(plaque.batch()).map(Batch::caseNumber).orElse(null));
		return "plaque/show";
	}

	/** A reason the system gave in the reader's words, or what somebody wrote. */
	private String reason(String reason, Locale locale) {
		if (reason == null) {
			return null;
		}
		String code = reason.split(":")[0];
		String rest = reason.substring(code.length());
		return this.messages.getMessage("plaque.reason." + code, null, code, locale) + rest;
	}

	@GetMapping("/{number}/certificate.pdf")
	ResponseEntity<byte[]> certificate(Actor actor, @PathVariable String number) {
		Plaque plaque = this.plaques.visible(actor, number);
		if (!plaque.state().isInForce()) {
			throw new NotFound("certificate of " + number);
		}
		String name = ContentDisposition.attachment().filename(number + ".pdf").build().toString();
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_PDF)
			.header(HttpHeaders.CONTENT_DISPOSITION, name)
			.body(this.certificate.pdf(plaque));
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), Time.OFFICE);
	}

}
