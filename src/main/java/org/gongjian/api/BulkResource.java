package org.gongjian.api;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import org.gongjian.approval.Bulk;
import org.gongjian.approval.BulkBatch;
import org.gongjian.approval.BulkItem;
import org.gongjian.shared.Actor;
import org.gongjian.web.Words;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Decides many tasks at once. */
@RestController
class BulkResource {

	private final Bulk bulk;

	private final MessageSource messages;

	private final JsonMapper json;

	private final Words words;

	BulkResource(Bulk bulk, MessageSource messages, Words words, JsonMapper json) {
		this.words = words;
		this.bulk = bulk;
		this.messages = messages;
		this.json = json;
	}

	/** One decision for many tasks. */
	record BulkDecision(List<String> ids, String decision, String comment) implements Sent {
	}

	/** The number under which a batch is remembered. */
	record Begun(UUID batch) {
	}

	/** What came of it, task by task. */
	record BulkResult(String batch, List<ItemResult> results) {
	}

	/** What came of one task. */
	record ItemResult(String id, boolean ok, String problem) {
	}

	/**
	 * The key stands for the batch, not for a transaction around all of it: what was
	 * decided before a crash stays, the same request again does the rest.
	 */
	@PostMapping("/api/v1/tasks/bulk")
	@Operation(summary = "api.op.bulk", description = "api.op.bulk.more")
	ResponseEntity<BulkResult> decide(Actor actor, Once once, @RequestBody BulkDecision sent, Locale locale) {
		boolean replayed = false;
		UUID batch;
		try {
			batch = once
				.answer(sent,
						() -> ResponseEntity
							.ok(new Begun(this.bulk.begin(actor, sent.ids(), sent.decision(), sent.comment()))))
				.getBody()
				.batch();
		}
		catch (Replayed again) {
			batch = batch(again);
			replayed = true;
		}
		this.bulk.run(actor, batch);
		BulkBatch all = this.bulk.get(actor, batch);
		var results = all.items()
			.stream()
			.map((item) -> new ItemResult(item.taskId(), item.decided(), problem(item, locale)))
			.toList();
		var answer = ResponseEntity.ok();
		return (replayed ? answer.header(Replayed.HEADER, "true") : answer).body(new BulkResult(all.number(), results));
	}

	/** The batch of the first time; a refusal of the first time is refused again. */
	private UUID batch(Replayed again) {
		if (again.answered().status() != HttpStatus.OK.value()) {
			throw again;
		}
		return this.json.readValue(again.answered().body(), Begun.class).batch();
	}

	private String problem(BulkItem item, Locale locale) {
		if (item.problem() == null) {
			return null;
		}
		Object[] arguments = (item.first() != null) ? new Object[] { this.words.person(item.first()) }
				: item.problem().arguments().toArray();
		return this.messages.getMessage(item.problem().code(), arguments, item.problem().code(), locale);
	}

}
