package org.gongjian.inbox;

import org.gongjian.approval.WorkItem;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says in words why somebody got a task; in templates {@code @why}. */
@Component("why")
public class Why {

	private final MessageSource messages;

	Why(MessageSource messages) {
		this.messages = messages;
	}

	/**
	 * {@code you are Party-building officer}, or why the group finally asked was asked.
	 */
	public String of(WorkItem item) {
		String asked = item.asked();
		if (asked.startsWith("user:")) {
			return say("inbox.why.person");
		}
		String role = say("organisation.role." + asked.split("@")[0]);
		return item.why().equals("organisation.why.role") ? say("inbox.why.role", role)
				: say("inbox.why.fallback", role, say(item.why()));
	}

	/** {@code for you, standing in for Wang Fang}. */
	public String standingIn(String absent) {
		return say("inbox.why.stand-in", absent);
	}

	/** The role a task nobody holds yet is offered to. */
	public String asked(WorkItem item) {
		return say("organisation.role." + item.asked().split("@")[0]);
	}

	private String say(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, key, LocaleContextHolder.getLocale());
	}

}
