package org.gongjian.api;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import org.gongjian.api.DefinitionResource.Checked;
import org.gongjian.api.DefinitionResource.VersionLine;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.studio.DiagramDraft;
import org.gongjian.studio.Studio;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Drafts of diagrams, for process administrators. */
@RestController
@RequestMapping("/api/v1/drafts")
class DraftResource {

	private final Studio studio;

	DraftResource(Studio studio) {
		this.studio = studio;
	}

	/** A new draft. */
	record NewDraft(String key, String xml, String note) implements Sent {
	}

	/**
	 * A changed draft.
	 *
	 * @param version the version of the draft that was looked at
	 */
	record ChangedDraft(String xml, String note, Integer version) implements Sent {
	}

	/**
	 * A release.
	 *
	 * @param hash the content that was looked at, or nothing
	 */
	record Release(String hash) implements Sent {
	}

	/** A refusal. */
	record Refusal(String reason) implements Sent {
	}

	/**
	 * A draft.
	 *
	 * @param state EDITING, SUBMITTED, RELEASED or REFUSED
	 * @param base the version it began with, or {@code null} for a new process
	 */
	record DraftLine(UUID id, String key, Integer base, String state, String note, String hash, String author,
			Instant createdAt, String updatedBy, Instant updatedAt, String decidedBy, Instant decidedAt, String reason,
			int version, String xml) {

		static DraftLine of(DiagramDraft draft) {
			return new DraftLine(draft.id(), draft.process(), draft.baseVersion(), draft.state().name(), draft.note(),
					draft.hash(), draft.author(), draft.createdAt(), draft.updatedBy(), draft.updatedAt(),
					draft.decidedBy(), draft.decidedAt(), draft.reason(), draft.version(), draft.xml());
		}

	}

	@PostMapping
	@Operation(summary = "api.op.draft.begin")
	ResponseEntity<DraftLine> begin(Actor actor, Once once, @RequestBody NewDraft sent, Locale locale) {
		return once.answer(sent, () -> {
			DiagramDraft draft = this.studio.begin(actor, sent.key(), sent.xml(), sent.note(), locale);
			return ResponseEntity.created(URI.create("/api/v1/drafts/" + draft.id())).body(DraftLine.of(draft));
		});
	}

	@GetMapping("/{id}")
	@Operation(summary = "api.op.draft.show")
	DraftLine show(Actor actor, @PathVariable UUID id) {
		return DraftLine.of(this.studio.draft(actor, id));
	}

	@PutMapping("/{id}")
	@Operation(summary = "api.op.draft.change")
	DraftLine change(Actor actor, @PathVariable UUID id, @RequestBody ChangedDraft sent, Locale locale) {
		DiagramDraft draft = this.studio.draft(actor, id);
		if (sent.version() == null) {
			throw new InvalidInput("version", "api.violation.integer");
		}
		return DraftLine.of(this.studio.save(actor, id, (sent.xml() == null) ? draft.xml() : sent.xml(),
				(sent.note() == null) ? draft.note() : sent.note(), sent.version(), locale));
	}

	@PostMapping("/{id}/check")
	@Operation(summary = "api.op.draft.check")
	ResponseEntity<Checked> check(Actor actor, @PathVariable UUID id, Once once, Locale locale) {
		return once.answer(null, () -> ResponseEntity.ok(Checked.of(this.studio.check(actor, id, locale))));
	}

	@PostMapping("/{id}/submit")
	@Operation(summary = "api.op.draft.submit")
	ResponseEntity<DraftLine> submit(Actor actor, @PathVariable UUID id, Once once, Locale locale) {
		return once.answer(null, () -> ResponseEntity.ok(DraftLine.of(this.studio.submit(actor, id, locale))));
	}

	@PostMapping("/{id}/release")
	@Operation(summary = "api.op.draft.release")
	ResponseEntity<VersionLine> release(Actor actor, @PathVariable UUID id, Once once,
			@RequestBody(required = false) Release sent, Locale locale) {
		return once.answer(sent, () -> {
			this.studio.release(actor, id, (sent == null) ? null : sent.hash(), locale);
			String process = this.studio.draft(actor, id).process();
			return ResponseEntity.ok(VersionLine.of(this.studio.versions(actor, process).get(0), locale));
		});
	}

	@PostMapping("/{id}/refuse")
	@Operation(summary = "api.op.draft.refuse")
	ResponseEntity<DraftLine> refuse(Actor actor, @PathVariable UUID id, Once once, @RequestBody Refusal sent) {
		return once.answer(sent, () -> ResponseEntity.ok(DraftLine.of(this.studio.refuse(actor, id, sent.reason()))));
	}

}
