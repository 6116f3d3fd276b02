package org.gongjian.studio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.gongjian.approval.MoveImpact;
import org.gongjian.approval.MoveImpact.Task;
import org.gongjian.approval.MoveImpact.Timer;
import org.gongjian.approval.Moves.Move;
import org.gongjian.engine.Definitions;
import org.gongjian.engine.Drawings.Version;
import org.gongjian.engine.Node;
import org.gongjian.organisation.People;
import org.gongjian.web.Words;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says what moving a case to another version does, for those who decide on it. */
@Component
class MoveWords {

	private final Definitions definitions;

	private final People people;

	private final MessageSource messages;

	private final Words words;

	MoveWords(Definitions definitions, People people, MessageSource messages, Words words) {
		this.definitions = definitions;
		this.people = people;
		this.messages = messages;
		this.words = words;
	}

	/**
	 * One case.
	 *
	 * @param ok whether it can be moved, or was; {@code null} while its turn has not come
	 * @param stands the names of the steps where it stands
	 * @param why it cannot be moved, or {@code null}
	 * @param lines what happens to its tasks, people and timers
	 */
	record Told(String caseNumber, Boolean ok, String stands, String why, List<String> lines) {
	}

	List<Told> of(Version from, Version to, List<Move> moves, Locale locale) {
		Set<String> usernames = new HashSet<>();
		moves.forEach((move) -> move.impact().tasks().forEach((task) -> {
			usernames.addAll(task.asked());
			usernames.addAll(task.lose());
		}));
		Map<String, String> names = this.people.names(usernames, locale);
		return moves.stream().map((move) -> {
			String stands = steps(from, move.stands(), locale);
			return new Told(move.caseNumber(), move.ok(), stands, why(move.problem(), stands, locale),
					lines(move.impact(), names, locale));
		}).toList();
	}

	/** The report of a batch. */
	List<Told> of(Version from, MoveBatch batch, Locale locale) {
		return batch.items().stream().map((item) -> {
			String stands = (item.stands() == null) ? ""
					: steps(from, Arrays.asList(item.stands().split(", ")), locale);
			return new Told(item.caseNumber(), item.moved(), stands, why(item.problem(), stands, locale), List.of());
		}).toList();
	}

	private String steps(Version version, Collection<String> steps, Locale locale) {
		return String.join(", ",
				steps.stream().filter((step) -> !step.isBlank()).map((step) -> quoted(version, step, locale)).toList());
	}

	private String quoted(Version version, String step, Locale locale) {
		String name = this.definitions.node(version.definition(), step)
			.map(Node::name)
			.map((both) -> both.in(locale))
			.filter((text) -> !text.isBlank())
			.orElse(step);
		return say("quoted", locale, name);
	}

	private String why(String problem, String stands, Locale locale) {
		return (problem == null) ? null : this.messages.getMessage(problem, new Object[] { stands }, locale);
	}

	private List<String> lines(MoveImpact impact, Map<String, String> names, Locale locale) {
		List<String> lines = new ArrayList<>();
		impact.tasks().forEach((task) -> lines.addAll(lines(task, names, locale)));
		impact.timers().forEach((timer) -> lines.add(line(timer, locale)));
		return lines;
	}

	private List<String> lines(Task task, Map<String, String> names, Locale locale) {
		String step = task.name().in(locale);
		List<String> lines = new ArrayList<>();
		lines.add(say(task.fate().name(), locale, step, people(task.asked(), names)));
		boolean stays = task.fate() == MoveImpact.Fate.STAYS;
		if (stays && !task.lose().isEmpty()) {
			lines.add(say("lose", locale, step, people(task.lose(), names)));
		}
		if (stays && !task.gain().isEmpty()) {
			lines.add(say("gain", locale, step, people(task.gain(), names)));
		}
		return lines;
	}

	private static String people(List<String> usernames, Map<String, String> names) {
		return usernames.isEmpty() ? "–"
				: String.join(", ", usernames.stream().map((one) -> names.getOrDefault(one, one)).sorted().toList());
	}

	private String line(Timer timer, Locale locale) {
		String name = timer.name().in(locale);
		if (timer.before() == null) {
			return say("timer.new", locale, name, this.words.dateTime(timer.after()));
		}
		return (timer.after() == null) ? say("timer.gone", locale, name) : say("timer.again", locale, name,
				this.words.dateTime(timer.after()), this.words.dateTime(timer.before()));
	}

	private String say(String key, Locale locale, Object... arguments) {
		return this.messages.getMessage("studio.impact." + key, arguments, locale);
	}

}
