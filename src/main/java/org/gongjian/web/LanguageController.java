package org.gongjian.web;

import org.gongjian.shared.InvalidInput;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Where the language button of a page without a form leads; the interceptor does the work
 * for the languages there are.
 */
@Controller
class LanguageController {

	@PostMapping("/language")
	String unknown() {
		throw new InvalidInput(Language.PARAMETER, "web.language.unknown");
	}

}
