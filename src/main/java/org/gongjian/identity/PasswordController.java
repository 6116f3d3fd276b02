package org.gongjian.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.Violation;
import org.gongjian.web.Language;
import org.gongjian.web.Mistakes;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A new password for myself; the old one is asked for, and guessed no faster than at the
 * login.
 */
@Controller
@RequestMapping("/profile/password")
class PasswordController {

	private final Accounts accounts;

	private final HouseLogin login;

	PasswordController(Accounts accounts, HouseLogin login) {
		this.accounts = accounts;
		this.login = login;
	}

	record PasswordForm(String old, String password, String again) {

		PasswordForm {
			old = (old == null) ? "" : old;
			password = (password == null) ? "" : password;
			again = (again == null) ? "" : again;
		}

	}

	@GetMapping
	ModelAndView show(Actor actor) {
		return page(actor, Mistakes.NONE);
	}

	@PostMapping(params = Language.PARAMETER)
	ModelAndView again(Actor actor) {
		return page(actor, Mistakes.NONE);
	}

	@PostMapping
	ModelAndView change(Actor actor, @ModelAttribute("form") PasswordForm form, HttpServletRequest request,
			RedirectAttributes next) {
		try {
			refuseWrong(actor, form);
			this.accounts.changePassword(actor.username(), form.password(), request.getSession().getId());
		}
		catch (InvalidInput ex) {
			return page(actor, Mistakes.of(ex));
		}
		request.changeSessionId();
		next.addFlashAttribute("notice", "identity.password.changed");
		return new ModelAndView("redirect:/profile/password");
	}

	private void refuseWrong(Actor actor, PasswordForm form) {
		List<Violation> wrong = new ArrayList<>();
		try {
			this.login.demand(actor.username(), form.old());
		}
		catch (AuthenticationException ex) {
			wrong.add(Violation.of("old", "identity.password.old-wrong"));
		}
		wrong.addAll(this.accounts.wrongWith(actor.username(), form.password()));
		if (!form.password().equals(form.again())) {
			wrong.add(Violation.of("again", "identity.password.different"));
		}
		if (!wrong.isEmpty()) {
			throw new InvalidInput(wrong);
		}
	}

	private static ModelAndView page(Actor actor, Mistakes mistakes) {
		return mistakes.page("identity/password", Map.of("person", actor));
	}

}
