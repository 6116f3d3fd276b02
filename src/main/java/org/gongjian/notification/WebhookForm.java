package org.gongjian.notification;

import java.util.List;

/** What an administrator types about a webhook. */
record WebhookForm(String name, String url, List<String> events, Boolean active, int version) {

	WebhookForm {
		name = (name == null) ? "" : name;
		url = (url == null) ? "" : url;
		// a box that is not ticked is not sent
		active = Boolean.TRUE.equals(active);
		events = (events == null) ? List.of() : List.copyOf(events);
	}

	static WebhookForm of(Webhook webhook) {
		return new WebhookForm(webhook.name(), webhook.url(), List.copyOf(webhook.events()), webhook.active(),
				webhook.version());
	}

}
