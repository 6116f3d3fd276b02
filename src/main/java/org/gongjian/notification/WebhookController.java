package org.gongjian.notification;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.web.Language;
import org.gongjian.web.Mistakes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The other programs that are told what happens. */
@Controller
@RequestMapping("/admin/webhooks")
class WebhookController {

	private final Webhooks webhooks;

	WebhookController(Webhooks webhooks) {
		this.webhooks = webhooks;
	}

	@GetMapping
	String list(Model model) {
		model.addAttribute("webhooks", this.webhooks.all());
		return "notification/webhooks";
	}

	@GetMapping("/new")
	ModelAndView blank() {
		return page(null, new WebhookForm("", "", List.of("case.closed"), true, 0), Mistakes.NONE);
	}

	@PostMapping("/new")
	ModelAndView make(Actor actor, @ModelAttribute("form") WebhookForm form, RedirectAttributes next) {
		return save(actor, null, form, next);
	}

	@GetMapping("/{id}")
	ModelAndView show(@PathVariable UUID id) {
		return page(id, WebhookForm.of(this.webhooks.get(id)), Mistakes.NONE);
	}

	@PostMapping("/{id}")
	ModelAndView change(Actor actor, @PathVariable UUID id, @ModelAttribute("form") WebhookForm form,
			RedirectAttributes next) {
		return save(actor, id, form, next);
	}

	@PostMapping(path = "/new", params = Language.PARAMETER)
	ModelAndView again(@ModelAttribute("form") WebhookForm form) {
		return page(null, form, Mistakes.NONE);
	}

	@PostMapping(path = "/{id}", params = Language.PARAMETER)
	ModelAndView again(@PathVariable UUID id, @ModelAttribute("form") WebhookForm form) {
		return page(id, form, Mistakes.NONE);
	}

	private ModelAndView save(Actor actor, UUID id, WebhookForm form, RedirectAttributes next) {
		try {
			Webhook saved = this.webhooks.save(actor, id, form);
			next.addFlashAttribute("notice", "web.saved");
			return new ModelAndView("redirect:/admin/webhooks/" + saved.id());
		}
		catch (InvalidInput invalid) {
			return page(id, form, Mistakes.of(invalid));
		}
	}

	private ModelAndView page(UUID id, WebhookForm form, Mistakes mistakes) {
		Map<String, Object> model = new HashMap<>();
		model.put("form", form);
		model.put("webhook", (id == null) ? null : this.webhooks.get(id));
		model.put("events", Webhooks.EVENTS);
		return mistakes.page("notification/webhook", model);
	}

}
