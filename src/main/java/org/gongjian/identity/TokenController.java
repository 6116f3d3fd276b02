package org.gongjian.identity;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.web.Language;
import org.gongjian.web.Mistakes;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** My personal tokens for programs; the text of one is shown once. */
@Controller
@RequestMapping("/profile/tokens")
class TokenController {

	private final Tokens tokens;

	TokenController(Tokens tokens) {
		this.tokens = tokens;
	}

	@GetMapping
	ModelAndView show(Actor actor) {
		return page(actor, "", null, Mistakes.NONE);
	}

	@PostMapping(params = Language.PARAMETER)
	ModelAndView again(Actor actor, @RequestParam(defaultValue = "") String name) {
		return page(actor, name, null, Mistakes.NONE);
	}

	@PostMapping
	ModelAndView create(Actor actor, @RequestParam(defaultValue = "") String name) {
		try {
			return page(actor, "", this.tokens.create(actor.username(), name), Mistakes.NONE);
		}
		catch (InvalidInput ex) {
			return page(actor, name, null, Mistakes.of(ex));
		}
	}

	@PostMapping("/{id}/revoke")
	String revoke(Actor actor, @PathVariable UUID id, RedirectAttributes next) {
		this.tokens.revoke(actor.username(), id);
		next.addFlashAttribute("notice", "identity.token.revoked");
		return "redirect:/profile/tokens";
	}

	private ModelAndView page(Actor actor, String name, String secret, Mistakes mistakes) {
		Map<String, Object> model = new HashMap<>();
		model.put("person", actor);
		model.put("name", name);
		model.put("secret", secret);
		model.put("tokens", this.tokens.of(actor.username()));
		return mistakes.page("identity/tokens", model);
	}

}
