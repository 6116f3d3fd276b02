package org.gongjian.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.gongjian.web.Language;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.SessionAttribute;

/** The login page. */
@Controller
class LoginController {

	static final String TYPED = "gongjian.typed";

	/** The page to come back to, of somebody whose session ended in the middle of it. */
	static final String CAME_FROM = "gongjian.came-from";

	/** Keeps the name somebody typed for the next page to sign in on. */
	static void keepName(HttpServletRequest request) {
		String typed = request.getParameter("username");
		request.getSession().setAttribute(TYPED, (typed == null) ? "" : Lines.of(typed, 60));
	}

	@GetMapping("/login")
	String show(@RequestParam(required = false) String refused, @RequestParam(required = false) String out,
			@RequestParam(required = false) String interrupted, @RequestParam(required = false) String late,
			@SessionAttribute(name = TYPED, required = false) String typed, HttpSession session, Model model) {
		if (CurrentVisitor.username().isPresent()) {
			return "redirect:/";
		}
		session.removeAttribute(TYPED);
		model.addAttribute("refused", refused != null);
		model.addAttribute("out", out != null);
		model.addAttribute("interrupted", interrupted != null);
		model.addAttribute("late", late != null);
		model.addAttribute("username", typed);
		return "identity/login";
	}

	@PostMapping(path = "/login", params = Language.PARAMETER)
	String again(@RequestParam(defaultValue = "") String username, Model model) {
		model.addAttribute("username", Lines.of(username, 60));
		return "identity/login";
	}

}
