package org.gongjian.web;

import java.util.List;
import java.util.Map;

import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.Violation;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * What is wrong with a form, for its page: templates show it with
 * {@code fragments/mistakes}, the summary on top and each message at its field.
 *
 * @param all everything, in the order of the form
 */
public record Mistakes(List<Violation> all) {

	/** Nothing is wrong. */
	public static final Mistakes NONE = new Mistakes(List.of());

	public Mistakes {
		all = List.copyOf(all);
	}

	/** What a room refused. */
	public static Mistakes of(InvalidInput invalid) {
		return new Mistakes(invalid.violations());
	}

	/** The first mistake of a field, or {@code null}. */
	public Violation of(String field) {
		return this.all.stream().filter((violation) -> violation.field().equals(field)).findFirst().orElse(null);
	}

	/** Whether there is none. */
	public boolean none() {
		return this.all.isEmpty();
	}

	/** The page again with what is wrong: status 422 if anything is. */
	public ModelAndView page(String view, Map<String, ?> model) {
		ModelAndView page = new ModelAndView(view, model);
		page.addObject("mistakes", this);
		page.setStatus(none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
		return page;
	}

}
