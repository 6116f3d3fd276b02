package org.gongjian.notification;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.gongjian.casefile.CaseClosed;
import org.gongjian.casefile.CaseFile;
import org.gongjian.casefile.Cases;
import org.gongjian.casefile.LogEntry;
import org.gongjian.casefile.Logged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells other programs what happened: numbers and codes, nothing anybody wrote, no names.
 */
@Component
class WebhookNews {

	private static final Map<String, String> EVENTS = Map.of("STARTED", "case.opened", "OPENED", "task.opened",
			"DECIDED", "task.decided", "RETURNED", "case.returned");

	private final Webhooks webhooks;

	private final Outbox outbox;

	private final Cases cases;

	private final Clock clock;

	private final JsonMapper mapper = JsonMapper.builder().build();

	WebhookNews(Webhooks webhooks, Outbox outbox, Cases cases, Clock clock) {
		this.webhooks = webhooks;
		this.outbox = outbox;
		this.cases = cases;
		this.clock = clock;
	}

	@EventListener
	void logged(Logged logged) {
		String event = EVENTS.get(logged.entry().action());
		if (event != null) {
			tell(event, logged.caseNumber(), logged.entry());
		}
	}

	@EventListener
	void closed(CaseClosed closed) {
		tell("case.closed", closed.number(), null);
	}

	private void tell(String event, String number, LogEntry entry) {
		List<Webhook> told = this.webhooks.toldOf(event);
		if (told.isEmpty()) {
			return;
		}
		String body = this.mapper.writeValueAsString(body(event, this.cases.get(number), entry));
		told.forEach((webhook) -> this.outbox.post(WebhookChannel.NAME, webhook.id().toString(), event, body));
	}

	/** The form of Standard Webhooks: type, timestamp, data. */
	private Map<String, Object> body(String event, CaseFile file, LogEntry entry) {
		Map<String, Object> data = new LinkedHashMap<>();
		data.put("case", file.number());
		data.put("process", file.process());
		data.put("status", file.status());
		data.put("outcome", file.outcome());
		data.put("parties", file.parties());
		if (entry != null && entry.task() != null) {
			data.put("task", entry.task());
			data.put("step", entry.step());
			data.put("round", entry.round());
			data.put("decision", entry.decision());
		}
		return Map.of("type", event, "timestamp", this.clock.instant().toString(), "data", data);
	}

}
