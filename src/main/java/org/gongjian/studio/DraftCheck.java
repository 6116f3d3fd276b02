package org.gongjian.studio;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.gongjian.engine.Drawings;
import org.gongjian.engine.Problem;
import org.gongjian.form.FormReader;
import org.gongjian.form.FormUnreadable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Everything that keeps a draft from being released, from one place: the editor, the API,
 * the release and Camunda Modeler's deploy ask here.
 */
@Component
class DraftCheck {

	/** How the file of a form is called. */
	static final String FORM = "forms/[A-Za-z][A-Za-z0-9_-]{0,100}\\.json";

	/**
	 * Rules of the house (domain §4.6) that a diagram can be drawn, but not released
	 * without.
	 */
	private static final Set<String> DEMANDED = Set.of("nobody", "no-name", "one-language", "unreached");

	static final String TABLE = "[A-Za-z][A-Za-z0-9_-]{0,100}\\.dmn";

	private final Drawings drawings;

	private final MessageSource messages;

	private final TableProblems tables;

	private final FormReasons reasons;

	DraftCheck(Drawings drawings, TableProblems tables, MessageSource messages) {
		this.reasons = new FormReasons(messages);
		this.drawings = drawings;
		this.tables = tables;
		this.messages = messages;
	}

	/** What is wrong with a diagram alone. */
	List<Problem> diagram(byte[] xml, Locale locale) {
		return this.drawings.check(xml, "draft.bpmn", locale);
	}

	/** What is wrong with a file beside a diagram. */
	List<Problem> file(String name, String content, Locale locale) {
		if (name.matches(TABLE)) {
			List<Problem> found = this.drawings.check(content.getBytes(UTF_8), name, locale);
			return found.isEmpty() ? this.tables.cells(content, locale) : found;
		}
		if (!name.matches(FORM)) {
			return List.of(problem(name, "file-name", true, locale, name));
		}
		try {
			FormReader.check(name.substring("forms/".length(), name.length() - ".json".length()),
					content.getBytes(UTF_8));
			return List.of();
		}
		catch (FormUnreadable unreadable) {
			return unreadable.faults()
				.stream()
				.map((fault) -> problem(name, "form", false, locale, name, this.reasons.say(fault, locale)))
				.toList();
		}
	}

	/**
	 * What is wrong with a draft as a whole.
	 * @param own the files it changes
	 * @param files all files beside it
	 */
	List<Problem> whole(DiagramDraft draft, Map<String, String> own, Map<String, byte[]> files, Locale locale) {
		List<Problem> problems = new ArrayList<>();
		diagram(draft.xml().getBytes(UTF_8), locale).forEach((problem) -> problems.add(demanded(problem)));
		own.forEach((name, content) -> problems.addAll(file(name, content, locale)));
		if (problems.stream().noneMatch(Problem::dangerous)) {
			ownKey(draft, locale).ifPresent(problems::add);
			problems.addAll(protectedSteps(draft.baseDefinition(), draft.xml().getBytes(UTF_8), locale));
			problems.addAll(missingForms(draft, files.keySet(), locale));
			problems.addAll(unread(draft.xml(), files, locale));
			problems.addAll(this.tables.unknown(draft.process(), draft.xml(), locale));
			problems.addAll(this.tables.names(draft, own, locale));
		}
		return problems;
	}

	/**
	 * What may be kept of a diagram, without the mark some programs write in front of a
	 * file.
	 * @throws Unsafe if it is dangerous
	 */
	String safe(byte[] xml, Locale locale) {
		refuse(diagram(xml, locale).stream().filter(Problem::dangerous).toList());
		String text = new String(xml, UTF_8);
		return text.startsWith("\uFEFF") ? text.substring(1) : text;
	}

	/**
	 * Keeps a diagram out that was drawn elsewhere and could not be released.
	 * @throws Unsafe with all that is an error
	 */
	void brought(byte[] xml, Locale locale) {
		List<Problem> problems = new ArrayList<>(diagram(xml, locale).stream().filter(Problem::error).toList());
		String key = problems.stream().anyMatch(Problem::dangerous) ? "" : Parts.read(xml).process();
		if (!key.isEmpty() && !ProcessKey.valid(key)) {
			String message = this.messages.getMessage("studio.violation.key", null, locale);
			problems.add(new Problem(key, "", "error", "key", message, true));
		}
		refuse(problems);
	}

	/**
	 * Keeps files out that could not be released.
	 * @throws Unsafe with all that is an error
	 */
	void sound(Map<String, String> files, Locale locale) {
		refuse(files.entrySet()
			.stream()
			.flatMap((file) -> file(file.getKey(), file.getValue(), locale).stream())
			.filter(Problem::error)
			.toList());
	}

	private static void refuse(List<Problem> problems) {
		if (!problems.isEmpty()) {
			throw new Unsafe(problems);
		}
	}

	private Optional<Problem> ownKey(DiagramDraft draft, Locale locale) {
		String key = Parts.read(draft.xml().getBytes(UTF_8)).process();
		return key.equals(draft.process()) ? Optional.empty()
				: Optional.of(problem(key, "key", false, locale, draft.process(), key));
	}

	/** What is wrong with a diagram, also as the successor of what runs now. */
	List<Problem> successor(byte[] xml, Locale locale) {
		List<Problem> problems = new ArrayList<>(diagram(xml, locale));
		if (problems.stream().noneMatch(Problem::dangerous)) {
			this.drawings.versions(Parts.read(xml).process())
				.stream()
				.findFirst()
				.ifPresent((now) -> problems.addAll(protectedSteps(now.definition(), xml, locale)));
		}
		return problems;
	}

	/** Steps that a version marks as protected stay, and stay protected. */
	private List<Problem> protectedSteps(String base, byte[] xml, Locale locale) {
		if (base == null) {
			return List.of();
		}
		Parts before = Parts.read(this.drawings.diagram(base));
		Parts after = Parts.read(xml);
		Paths old = new Paths(before);
		Paths now = new Paths(after);
		return before.marked("protected", "true")
			.stream()
			.sorted()
			.filter((id) -> !after.marked("protected", "true").contains(id) || !now.reaches(id)
					|| (!old.completesWithout(id) && now.completesWithout(id)))
			.map((id) -> problem(id, "protected", false, locale, before.name(id)))
			.toList();
	}

	/**
	 * A refusal that no way and no table asks for changes nothing: the case goes on as
	 * after a yes.
	 */
	private List<Problem> unread(String xml, Map<String, byte[]> files, Locale locale) {
		Set<String> read = FactNames.of(xml, files);
		Parts parts = Parts.read(xml.getBytes(UTF_8));
		return parts.said()
			.entrySet()
			.stream()
			.filter((entry) -> "userTask".equals(entry.getValue().get("kind"))
					&& List.of(entry.getValue().getOrDefault("order", "").split(",")).contains("REJECT")
					&& !read.contains(entry.getValue().getOrDefault("outcome", "")))
			.map((entry) -> new Problem(entry.getKey(), parts.name(entry.getKey()), "warning", "unread",
					this.messages.getMessage("studio.problem.unread", null, locale), false))
			.toList();
	}

	private List<Problem> missingForms(DiagramDraft draft, Set<String> files, Locale locale) {
		return new Paths(Parts.read(draft.xml().getBytes(UTF_8))).forms()
			.stream()
			.filter((form) -> !files.contains(form))
			.map((form) -> problem(form, "form-missing", false, locale, form))
			.toList();
	}

	/** What the check only advises while one draws must be right before a release. */
	private static Problem demanded(Problem problem) {
		return DEMANDED.contains(problem.rule()) ? new Problem(problem.element(), problem.elementName(), "error",
				problem.rule(), problem.message(), problem.dangerous()) : problem;
	}

	private Problem problem(String element, String rule, boolean dangerous, Locale locale, Object... arguments) {
		return new Problem(element, "", "error", rule,
				this.messages.getMessage("studio.problem." + rule, arguments, locale), dangerous);
	}

}
