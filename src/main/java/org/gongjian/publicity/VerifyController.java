package org.gongjian.publicity;

import org.gongjian.plaque.Plaques;
import org.gongjian.plaque.Verification;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The public page behind the code on a plaque: genuine and in force, not, or unknown. */
@Controller
class VerifyController {

	private static final String VIEW = "publicity/verify";

	private static final int LONGEST = 40;

	private final Plaques plaques;

	VerifyController(Plaques plaques) {
		this.plaques = plaques;
	}

	@GetMapping("/verify")
	ModelAndView form(@RequestParam(required = false) String number) {
		return (number == null || number.isBlank()) ? new ModelAndView(VIEW) : answer(number);
	}

	@GetMapping("/verify/{number}")
	ModelAndView verify(@PathVariable String number) {
		return answer(number);
	}

	/** Numbers that cannot be one get the same answer as numbers that are not. */
	private ModelAndView answer(String number) {
		Verification result = this.plaques.verify(number);
		boolean unknown = result.standing() == Verification.Standing.UNKNOWN;
		ModelAndView page = new ModelAndView(VIEW, unknown ? HttpStatus.NOT_FOUND : HttpStatus.OK);
		page.addObject("result", result);
		page.addObject("number", (number.length() > LONGEST) ? "" : number.strip());
		return page;
	}

}
