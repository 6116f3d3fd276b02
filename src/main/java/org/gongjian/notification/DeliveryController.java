package org.gongjian.notification;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What left the house, what waits and what could not be delivered. */
@Controller
@RequestMapping("/admin/deliveries")
class DeliveryController {

	private static final int PAGE = 50;

	private static final List<String> STATES = List.of("FAILED", "WAITING", "SENT");

	private final Outbox outbox;

	private final Preferences preferences;

	private final Webhooks webhooks;

	DeliveryController(Outbox outbox, Preferences preferences, Webhooks webhooks) {
		this.outbox = outbox;
		this.preferences = preferences;
		this.webhooks = webhooks;
	}

	@GetMapping
	String list(@RequestParam(defaultValue = "FAILED") String state, @RequestParam(required = false) String cursor,
			Model model) {
		String shown = Set.copyOf(STATES).contains(state) ? state : STATES.get(0);
		model.addAttribute("state", shown);
		model.addAttribute("states", STATES);
		model.addAttribute("waiting", this.outbox.count("WAITING"));
		model.addAttribute("failed", this.outbox.count("FAILED"));
		model.addAttribute("mailWorks", this.preferences.mailWorks());
		model.addAttribute("parcels", this.outbox.page(shown, cursor, PAGE));
		Map<String, String> programs = new HashMap<>();
		this.webhooks.all().forEach((webhook) -> programs.put(webhook.id().toString(), webhook.name()));
		model.addAttribute("programs", programs);
		return "notification/deliveries";
	}

	@PostMapping("/{id}/again")
	String again(@PathVariable UUID id, @RequestParam(defaultValue = "FAILED") String state, RedirectAttributes next) {
		this.outbox.again(id);
		next.addFlashAttribute("notice", "notification.delivery.again.done");
		next.addAttribute("state", state);
		return "redirect:/admin/deliveries";
	}

	@PostMapping("/again")
	String againAll(RedirectAttributes next) {
		next.addFlashAttribute("notice", (this.outbox.againAll() > 0) ? "notification.delivery.again-all.done"
				: "notification.delivery.again.none");
		next.addAttribute("state", "WAITING");
		return "redirect:/admin/deliveries";
	}

}
