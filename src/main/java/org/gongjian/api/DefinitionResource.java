package org.gongjian.api;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.gongjian.approval.Moves.Move;
import org.gongjian.engine.Definitions;
import org.gongjian.engine.Drawings.Version;
import org.gongjian.engine.Problem;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Bilingual;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotAllowed;
import org.gongjian.studio.Difference;
import org.gongjian.studio.DifferenceWords;
import org.gongjian.studio.RunningCases;
import org.gongjian.studio.Versions;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The diagrams, for process administrators. */
@RestController
@Tag(name = "api.tag.processes")
@RequestMapping("/api/v1/definitions")
class DefinitionResource {

	private final Versions versions;

	private final RunningCases running;

	private final Definitions definitions;

	private final MessageSource messages;

	private final DifferenceWords words;

	DefinitionResource(Versions versions, RunningCases running, Definitions definitions, DifferenceWords words,
			MessageSource messages) {
		this.words = words;
		this.versions = versions;
		this.running = running;
		this.definitions = definitions;
		this.messages = messages;
	}

	/** A process. */
	record ProcessLine(String key, String name, int version) {
	}

	/**
	 * A version.
	 *
	 * @param releasedBy who released it, {@code shipped} for what comes with the program
	 * @param editedBy who drew it, or {@code null}
	 */
	record VersionLine(String key, int version, String name, Instant releasedAt, String releasedBy, String editedBy,
			String note, String hash) {

		static VersionLine of(Versions.Known known, Locale locale) {
			var version = known.version();
			var draft = known.draft();
			return new VersionLine(version.process(), version.version(), Bilingual.ofName(version.name()).in(locale),
					version.releasedAt(), version.source(), (draft == null) ? null : draft.author(),
					(draft == null) ? null : draft.note(), (draft == null) ? null : draft.hash());
		}

	}

	/** What the check found. */
	record Checked(boolean ok, List<ProblemLine> problems) {

		static Checked of(List<Problem> problems) {
			return new Checked(problems.stream().noneMatch(Problem::error),
					problems.stream().map(ProblemLine::of).toList());
		}

	}

	/** One thing the check found. */
	record ProblemLine(String element, String severity, String rule, String message) {

		static ProblemLine of(Problem problem) {
			return new ProblemLine(problem.element(), problem.severity(), problem.rule(), problem.message());
		}

	}

	/**
	 * What makes a version another.
	 *
	 * @param words the same in sentences
	 */
	record Diff(List<String> added, List<String> removed, List<ChangeLine> changed, List<String> layoutOnly,
			List<String> words) {

		static Diff of(Difference difference, List<String> words) {
			return new Diff(difference.added().stream().map(Difference.Named::element).toList(),
					difference.removed().stream().map(Difference.Named::element).toList(),
					difference.changed()
						.stream()
						.map((change) -> new ChangeLine(change.element(), change.attribute(), change.from(),
								change.to()))
						.toList(),
					difference.layoutOnly(), words);
		}

	}

	/** One thing that is said otherwise. */
	record ChangeLine(String element, String attribute, String from, String to) {
	}

	@GetMapping
	@Operation(summary = "api.op.definitions")
	List<ProcessLine> list(Actor actor, Locale locale) {
		if (!actor.has("process-admin")) {
			throw new NotAllowed("studio.not-yours");
		}
		return this.definitions.newest()
			.stream()
			.map((one) -> new ProcessLine(one.process(), Bilingual.ofName(one.name()).in(locale), one.version()))
			.toList();
	}

	@GetMapping("/{key}/versions")
	@Operation(summary = "api.op.versions")
	List<VersionLine> versions(Actor actor, @PathVariable String key, Locale locale) {
		return this.versions.versions(actor, key).stream().map((known) -> VersionLine.of(known, locale)).toList();
	}

	@GetMapping("/{key}/versions/{number}")
	@Operation(summary = "api.op.version")
	ResponseEntity<byte[]> version(Actor actor, @PathVariable String key, @PathVariable int number) {
		byte[] xml = this.versions.diagram(actor, this.versions.version(actor, key, number));
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_XML)
			.header("Content-Disposition", "attachment; filename=\"%s-%d.bpmn\"".formatted(key, number))
			.body(xml);
	}

	@GetMapping("/{key}/diff")
	@Operation(summary = "api.op.diff")
	Diff diff(Actor actor, @PathVariable String key, @RequestParam int from, @RequestParam int to, Locale locale) {
		Difference difference = this.versions.compare(actor, this.versions.version(actor, key, from),
				this.versions.version(actor, key, to));
		return Diff.of(difference, this.words.sentences(difference, locale));
	}

	/**
	 * Which cases move.
	 *
	 * @param cases their numbers; left out for all that run on that version
	 * @param dryRun whether nothing is moved
	 */
	record Migration(Integer from, Integer to, List<String> cases, Boolean dryRun) implements Sent {
	}

	/** What becomes of each case. */
	record Migrated(boolean dryRun, List<CaseMove> results) {
	}

	/** What becomes of one case. */
	record CaseMove(@JsonProperty("case") String caseNumber, boolean ok, List<String> stands, String problem) {
	}

	@PostMapping("/{key}/migrate")
	@Operation(summary = "api.op.migrate")
	ResponseEntity<Migrated> migrate(Actor actor, @PathVariable String key, Once once, @RequestBody Migration sent,
			Locale locale) {
		return once.answer(sent, () -> {
			Version from = this.versions.version(actor, key, number(sent.from(), "from"));
			Version to = this.versions.version(actor, key, number(sent.to(), "to"));
			boolean dryRun = Boolean.TRUE.equals(sent.dryRun());
			return ResponseEntity.ok(new Migrated(dryRun,
					this.running.move(actor, from, to, sent.cases(), dryRun)
						.stream()
						.map((move) -> new CaseMove(move.caseNumber(), move.ok(), move.stands(), problem(move, locale)))
						.toList()));
		});
	}

	private static int number(Integer sent, String field) {
		if (sent == null) {
			throw new InvalidInput(field, "api.violation.integer");
		}
		return sent;
	}

	private String problem(Move move, Locale locale) {
		return (move.problem() == null) ? null
				: this.messages.getMessage(move.problem(), new Object[] { String.join(", ", move.stands()) }, locale);
	}

	@PostMapping(path = "/check", consumes = { MediaType.APPLICATION_XML_VALUE, MediaType.TEXT_XML_VALUE })
	@Operation(summary = "api.op.check")
	ResponseEntity<Checked> check(Actor actor, Once once, @RequestBody byte[] xml, Locale locale) {
		return once.answer(new String(xml, UTF_8),
				() -> ResponseEntity.ok(Checked.of(this.versions.check(actor, xml, locale))));
	}

}
