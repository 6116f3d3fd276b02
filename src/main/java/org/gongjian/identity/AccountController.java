package org.gongjian.identity;

import java.time.Clock;
import java.util.Map;

import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotAllowed;
import org.gongjian.shared.NotFound;
import org.gongjian.web.Language;
import org.gongjian.web.Mistakes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The accounts, for the system administrator. */
@Controller
@RequestMapping("/admin/accounts")
class AccountController {

	private static final int PAGE = 50;

	private final Accounts accounts;

	private final Clock clock;

	AccountController(Accounts accounts, Clock clock) {
		this.accounts = accounts;
		this.clock = clock;
	}

	@GetMapping
	String list(@RequestParam(defaultValue = "") String q, @RequestParam(required = false) String cursor, Model model) {
		model.addAttribute("q", q);
		model.addAttribute("now", this.clock.instant());
		model.addAttribute("accounts", this.accounts.search(q, cursor, PAGE));
		return "identity/accounts";
	}

	@GetMapping("/new")
	ModelAndView form() {
		return page("", "", Mistakes.NONE);
	}

	@PostMapping(path = "/new", params = Language.PARAMETER)
	ModelAndView again(@RequestParam(defaultValue = "") String username,
			@RequestParam(defaultValue = "") String displayName) {
		return page(username, displayName, Mistakes.NONE);
	}

	@PostMapping("/new")
	ModelAndView create(@RequestParam(defaultValue = "") String username,
			@RequestParam(defaultValue = "") String displayName) {
		try {
			Account account = this.accounts.create(HouseLogin.normalised(username), displayName, null, null);
			return link(account.username());
		}
		catch (InvalidInput ex) {
			return page(username, displayName, Mistakes.of(ex));
		}
	}

	@GetMapping("/{username}")
	String show(@PathVariable String username, Model model) {
		model.addAttribute("account", get(username));
		model.addAttribute("now", this.clock.instant());
		return "identity/account";
	}

	@PostMapping("/{username}/link")
	ModelAndView link(@PathVariable String username) {
		String link = this.accounts.resetPassword(username);
		return new ModelAndView("identity/account",
				Map.of("account", get(username), "now", this.clock.instant(), "link", link));
	}

	@PostMapping("/{username}/disable")
	String disable(Actor actor, @PathVariable String username, RedirectAttributes next) {
		if (actor.username().equals(username)) {
			throw new NotAllowed("identity.account.not-oneself");
		}
		this.accounts.disable(username);
		return done(username, "identity.account.disabled", next);
	}

	@PostMapping("/{username}/enable")
	String enable(@PathVariable String username, RedirectAttributes next) {
		this.accounts.enable(username);
		return done(username, "identity.account.enabled", next);
	}

	@PostMapping("/{username}/unlock")
	String unlock(@PathVariable String username, RedirectAttributes next) {
		this.accounts.unlock(username);
		return done(username, "identity.account.unlocked", next);
	}

	@PostMapping("/{username}/end-sessions")
	String endSessions(@PathVariable String username, RedirectAttributes next) {
		this.accounts.endSessions(username);
		return done(username, "identity.sessions.ended", next);
	}

	private Account get(String username) {
		return this.accounts.find(username).orElseThrow(() -> new NotFound("account"));
	}

	private static ModelAndView page(String username, String displayName, Mistakes mistakes) {
		return mistakes.page("identity/account-new", Map.of("username", username, "displayName", displayName));
	}

	private static String done(String username, String notice, RedirectAttributes next) {
		next.addFlashAttribute("notice", notice);
		next.addAttribute("username", username);
		return "redirect:/admin/accounts/{username}";
	}

}
