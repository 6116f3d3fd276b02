package org.gongjian.organisation;

import java.util.function.Supplier;

import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.Overtaken;
import org.gongjian.shared.Violation;

import org.springframework.beans.InvalidPropertyException;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.ModelAndView;

/** Shows a form again with what is wrong beside the fields. */
final class Problems {

	private Problems() {
	}

	/**
	 * Does what a form asks for.
	 * @param work the work; says where to go on
	 * @param form shows the form again
	 */
	static ModelAndView handle(BindingResult errors, Supplier<String> work, Supplier<ModelAndView> form) {
		try {
			return new ModelAndView("redirect:" + work.get());
		}
		catch (InvalidInput refused) {
			show(refused, errors);
			ModelAndView again = form.get();
			again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			return again;
		}
		catch (Overtaken overtaken) {
			ModelAndView again = form.get();
			again.setStatus(HttpStatus.CONFLICT);
			again.addObject("overtaken", overtaken);
			return again;
		}
	}

	private static void show(InvalidInput refused, BindingResult errors) {
		for (Violation violation : refused.violations()) {
			Object[] arguments = violation.arguments().toArray();
			if (violation.field().isEmpty() || !has(errors, violation.field())) {
				errors.reject(violation.code(), arguments, violation.code());
			}
			else {
				errors.rejectValue(violation.field(), violation.code(), arguments, violation.code());
			}
		}
	}

	/** What the form has no field for, such as whom a role is for, is said above it. */
	private static boolean has(BindingResult errors, String field) {
		try {
			errors.getFieldValue(field);
			return true;
		}
		catch (InvalidPropertyException none) {
			return false;
		}
	}

}
