package org.gongjian.api;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import io.swagger.v3.oas.annotations.Operation;
import org.gongjian.engine.Definitions;
import org.gongjian.engine.Problem;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Bilingual;
import org.gongjian.shared.NotAllowed;
import org.gongjian.studio.Difference;
import org.gongjian.studio.Studio;
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
@RequestMapping("/api/v1/definitions")
class DefinitionResource {

	private final Studio studio;

	private final Definitions definitions;

	DefinitionResource(Studio studio, Definitions definitions) {
		this.studio = studio;
		this.definitions = definitions;
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

		static VersionLine of(Studio.Known known, Locale locale) {
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

	/** What makes a version another. */
	record Diff(List<String> added, List<String> removed, List<ChangeLine> changed, List<String> layoutOnly) {

		static Diff of(Difference difference) {
			return new Diff(difference.added().stream().map(Difference.Named::element).toList(),
					difference.removed().stream().map(Difference.Named::element).toList(),
					difference.changed()
						.stream()
						.map((change) -> new ChangeLine(change.element(), change.attribute(), change.from(),
								change.to()))
						.toList(),
					difference.layoutOnly());
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
		return this.studio.versions(actor, key).stream().map((known) -> VersionLine.of(known, locale)).toList();
	}

	@GetMapping("/{key}/versions/{number}")
	@Operation(summary = "api.op.version")
	ResponseEntity<byte[]> version(Actor actor, @PathVariable String key, @PathVariable int number) {
		byte[] xml = this.studio.diagram(actor, this.studio.version(actor, key, number));
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_XML)
			.header("Content-Disposition", "attachment; filename=\"%s-%d.bpmn\"".formatted(key, number))
			.body(xml);
	}

	@GetMapping("/{key}/diff")
	@Operation(summary = "api.op.diff")
	Diff diff(Actor actor, @PathVariable String key, @RequestParam int from, @RequestParam int to) {
		return Diff
			.of(this.studio.compare(actor, this.studio.version(actor, key, from), this.studio.version(actor, key, to)));
	}

	@PostMapping(path = "/check", consumes = { MediaType.APPLICATION_XML_VALUE, MediaType.TEXT_XML_VALUE })
	@Operation(summary = "api.op.check")
	Checked check(Actor actor, @RequestBody byte[] xml, Locale locale) {
		return Checked.of(this.studio.check(actor, new String(xml, UTF_8), locale));
	}

}
