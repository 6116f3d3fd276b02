package org.gongjian.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.swagger.v3.oas.annotations.Hidden;
import org.gongjian.engine.Problem;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotAllowed;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Time;
import org.gongjian.shared.Violation;
import org.gongjian.studio.Brought;
import org.gongjian.studio.DiagramDraft;
import org.gongjian.studio.Unsafe;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * What Camunda Modeler's <em>Deploy</em> calls, and nothing else of Camunda's REST API:
 * the diagram lands as a draft that a second person releases.
 */
@RestController
@Hidden
@RequestMapping("/engine-rest")
class ModelerResource {

	private static final int MOST_FILES = 20;

	private final Brought brought;

	private final MessageSource messages;

	private final Clock clock;

	ModelerResource(Brought brought, MessageSource messages, Clock clock) {
		this.brought = brought;
		this.messages = messages;
		this.clock = clock;
	}

	/** The version Modeler asks for to know what it talks to. */
	record EngineVersion(String version) {
	}

	/** A deployment as Camunda answers it; what it became is a draft. */
	record Deployed(String id, String name, String source, OffsetDateTime deploymentTime,
			Map<String, Object> deployedProcessDefinitions) {
	}

	/** A refusal as Modeler shows it. */
	record Refused(String type, String message) {
	}

	@GetMapping("/version")
	EngineVersion version(Actor actor) {
		if (!actor.has("process-admin")) {
			throw new NotAllowed("studio.not-yours");
		}
		return new EngineVersion("7.24.0");
	}

	/**
	 * Modeler asks for no deployments at all before it deploys, only to learn whether it
	 * may.
	 */
	@GetMapping("/deployment")
	List<Deployed> connection(Actor actor, @RequestParam(defaultValue = "") String maxResults) {
		if (!maxResults.equals("0")) {
			throw new NotFound("deployments");
		}
		version(actor);
		return List.of();
	}

	@PostMapping(path = "/deployment/create", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	ResponseEntity<Deployed> deploy(Actor actor, Once once, MultipartHttpServletRequest request,
			@RequestParam(name = "deployment-name", defaultValue = "Camunda Modeler") String name, Locale locale)
			throws IOException {
		Map<String, String> beside = new LinkedHashMap<>();
		List<byte[]> diagrams = new ArrayList<>();
		for (MultipartFile file : files(request)) {
			String called = String.valueOf(file.getOriginalFilename());
			if (called.endsWith(".bpmn")) {
				diagrams.add(file.getBytes());
			}
			else {
				beside.put(placed(called), text(file, called));
			}
		}
		boolean tables = diagrams.isEmpty() && !beside.isEmpty()
				&& beside.keySet().stream().allMatch((file) -> file.endsWith(".dmn"));
		if (diagrams.size() != 1 && !tables) {
			throw new InvalidInput("file", "api.modeler.one");
		}
		String note = (name.length() > 200) ? name.substring(0, 200) : name;
		String content = tables ? "" : Hash.of(new ByteArrayInputStream(diagrams.get(0)));
		return once.answer(content + beside, () -> {
			DiagramDraft draft = tables ? this.brought.tables(actor, beside, note, locale)
					: this.brought.diagram(actor, diagrams.get(0), beside, note, locale);
			return ResponseEntity.ok(new Deployed(draft.id().toString(), name, "draft",
					this.clock.instant().atZone(Time.OFFICE).toOffsetDateTime(), null));
		});
	}

	private static String text(MultipartFile file, String name) throws IOException {
		try {
			String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(file.getBytes())).toString();
			return text.startsWith("\uFEFF") ? text.substring(1) : text;
		}
		catch (CharacterCodingException unreadable) {
			throw new InvalidInput("file", "api.modeler.encoding", name);
		}
	}

	/** Modeler sends a file without its folder. */
	private static String placed(String name) {
		return (name.endsWith(".json") && name.indexOf('/') < 0) ? "forms/" + name : name;
	}

	private static List<MultipartFile> files(MultipartHttpServletRequest request) {
		List<MultipartFile> files = request.getMultiFileMap().values().stream().flatMap(List::stream).toList();
		if (files.size() > MOST_FILES) {
			throw new InvalidInput("file", "api.modeler.one");
		}
		return files;
	}

	/** Modeler shows the message, so it says everything. */
	@ExceptionHandler(InvalidInput.class)
	ResponseEntity<Refused> refused(InvalidInput invalid, Locale locale) {
		String message = (invalid instanceof Unsafe unsafe)
				? String.join("\n", unsafe.problems().stream().map(ModelerResource::naming).toList())
				: String.join("\n", invalid.violations().stream().map((one) -> say(one, locale)).toList());
		return ResponseEntity.status(HttpStatus.BAD_REQUEST).body(new Refused("InvalidRequest", message));
	}

	private static String naming(Problem problem) {
		boolean named = problem.element().isEmpty() || problem.message().startsWith(problem.element());
		return named ? problem.message() : problem.element() + ": " + problem.message();
	}

	private String say(Violation violation, Locale locale) {
		return this.messages.getMessage(violation.code(), violation.arguments().toArray(), locale);
	}

}
