package org.gongjian.api;

import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import org.gongjian.api.DefinitionResource.Checked;
import org.gongjian.api.DefinitionResource.VersionLine;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.studio.DiagramDraft;
import org.gongjian.studio.Rehearsals;
import org.gongjian.studio.Rehearsed;
import org.gongjian.studio.Releases;
import org.gongjian.studio.Studio;
import org.gongjian.studio.Versions;
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

	private final Versions versions;

	private final Releases releases;

	private final Rehearsals rehearsals;

	DraftResource(Studio studio, Versions versions, Releases releases, Rehearsals rehearsals) {
		this.studio = studio;
		this.versions = versions;
		this.releases = releases;
		this.rehearsals = rehearsals;
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
	 * @param at from when new cases follow it, such as {@code 2026-12-01T08:00:00+08:00};
	 * left out for at once
	 */
	record Release(String hash, String at) implements Sent {
	}

	/** A refusal. */
	record Refusal(String reason) implements Sent {
	}

	/**
	 * A draft.
	 *
	 * @param state EDITING, SUBMITTED, PLANNED, RELEASED or REFUSED
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

	/**
	 * What is to be rehearsed.
	 *
	 * @param facts of a made-up case; left out for past cases
	 */
	record Trial(Map<String, Object> facts) implements Sent {
	}

	/**
	 * What a rehearsal showed.
	 *
	 * @param cases how many past cases were taken
	 * @param other those that would have met something else
	 * @param way where a made-up case comes by, else empty
	 */
	record TrialAnswer(int cases, List<OtherCase> other, List<WayStop> way) {
	}

	/** A past case that would have met something else. */
	record OtherCase(@JsonProperty("case") String caseNumber, boolean open, boolean otherWay, int daysBefore,
			int daysAfter, List<Otherwise> findings) {

		static OtherCase of(Rehearsed one) {
			return new OtherCase(one.caseNumber(), one.open(), one.otherWay(), one.daysBefore(), one.daysAfter(),
					one.findings()
						.stream()
						.map((finding) -> new Otherwise(finding.kind().name(), finding.element(), finding.name(),
								finding.from(), finding.to()))
						.toList());
		}

	}

	/** One thing that would have been otherwise. */
	record Otherwise(String kind, String element, String name, String from, String to) {
	}

	/** A stop of a made-up case. */
	record WayStop(String element, String kind, String name, String decision, boolean assumed, boolean certain,
			Map<String, Set<String>> asked) {

		static WayStop of(Rehearsals.Met met) {
			return new WayStop(met.stop().element(), met.stop().kind(), met.stop().name(), met.stop().decision(),
					met.stop().assumed(), met.stop().certain(), met.asked());
		}

	}

	@PostMapping("/{id}/rehearse")
	@Operation(summary = "api.op.draft.rehearse")
	ResponseEntity<TrialAnswer> rehearse(Actor actor, @PathVariable UUID id, Once once,
			@RequestBody(required = false) Trial sent) {
		return once.answer(sent, () -> {
			if (sent != null && sent.facts() != null) {
				return ResponseEntity.ok(new TrialAnswer(0, List.of(),
						this.rehearsals.madeUp(actor, id, sent.facts()).stream().map(WayStop::of).toList()));
			}
			List<Rehearsed> past = this.rehearsals.past(actor, id);
			return ResponseEntity.ok(new TrialAnswer(past.size(),
					past.stream().filter((one) -> !one.findings().isEmpty()).map(OtherCase::of).toList(), List.of()));
		});
	}

	@PostMapping("/{id}/submit")
	@Operation(summary = "api.op.draft.submit")
	ResponseEntity<DraftLine> submit(Actor actor, @PathVariable UUID id, Once once, Locale locale) {
		return once.answer(null, () -> ResponseEntity.ok(DraftLine.of(this.releases.submit(actor, id, locale))));
	}

	@PostMapping("/{id}/release")
	@Operation(summary = "api.op.draft.release")
	ResponseEntity<Object> release(Actor actor, @PathVariable UUID id, Once once,
			@RequestBody(required = false) Release sent, Locale locale) {
		return once.answer(sent, () -> {
			if (sent != null && sent.at() != null) {
				return ResponseEntity
					.ok(DraftLine.of(this.releases.plan(actor, id, sent.hash(), moment(sent.at()), locale)));
			}
			this.releases.release(actor, id, (sent == null) ? null : sent.hash(), locale);
			String process = this.studio.draft(actor, id).process();
			return ResponseEntity.ok(VersionLine.of(this.versions.versions(actor, process).get(0), locale));
		});
	}

	private static Instant moment(String sent) {
		try {
			return OffsetDateTime.parse(sent).toInstant();
		}
		catch (DateTimeParseException unreadable) {
			throw new InvalidInput("at", "studio.violation.at");
		}
	}

	@PostMapping("/{id}/refuse")
	@Operation(summary = "api.op.draft.refuse")
	ResponseEntity<DraftLine> refuse(Actor actor, @PathVariable UUID id, Once once, @RequestBody Refusal sent) {
		return once.answer(sent, () -> ResponseEntity.ok(DraftLine.of(this.releases.refuse(actor, id, sent.reason()))));
	}

}
