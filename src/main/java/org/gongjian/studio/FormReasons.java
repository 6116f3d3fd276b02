package org.gongjian.studio;

import java.util.Locale;

import org.gongjian.form.FormFault;
import org.springframework.context.MessageSource;

/** Says what is wrong with a form file in the reader's language. */
final class FormReasons {

	private final MessageSource messages;

	FormReasons(MessageSource messages) {
		this.messages = messages;
	}

	String say(FormFault fault, Locale locale) {
		String reason = this.messages.getMessage("studio.reason." + fault.reason().code(), fault.values().toArray(),
				locale);
		return fault.place().isEmpty() ? reason
				: this.messages.getMessage("studio.reason.at", new Object[] { fault.place(), reason }, locale);
	}

}
