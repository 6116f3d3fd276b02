package org.gongjian.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Where the language button of a page without a form leads; the interceptor does the
 * work.
 */
@Controller
class LanguageController {

	@PostMapping("/language")
	String change() {
		return "redirect:/";
	}

}
