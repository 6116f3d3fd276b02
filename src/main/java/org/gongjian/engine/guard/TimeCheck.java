package org.gongjian.engine.guard;

import java.time.Duration;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Layer 2: timers and repetitions have bounds that can be read off the diagram. */
final class TimeCheck {

	private static final Pattern CYCLE = Pattern.compile("R([1-9]\\d{0,2})/(P[A-Z0-9.]{2,20})");

	private static final Pattern DATE = Pattern
		.compile("\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?(Z|[+-]\\d{2}:?\\d{2})?)?");

	private static final Pattern EXPRESSION = Pattern.compile("\\$\\{[^{}]*}");

	private static final Set<String> TIMES = Set.of("timeDate", "timeDuration", "timeCycle");

	private static final int MOST_REPEATS = 100;

	private static final int MOST_MEMBERS = 100;

	private static final long MOST_TOGETHER = 1_000;

	private final Findings findings;

	TimeCheck(Findings findings) {
		this.findings = findings;
	}

	void check(Xml root) {
		root.each((element) -> {
			if (element.is(Names.BPMN, "timerEventDefinition")) {
				timer(element);
			}
			else if (element.is(Names.BPMN, "loopCardinality")) {
				members(element);
			}
			else if (element.is(Names.BPMN, "multiInstanceLoopCharacteristics")) {
				group(element);
			}
		});
	}

	private void timer(Xml timer) {
		var times = timer.children.stream().filter((child) -> TIMES.contains(child.name)).toList();
		if (times.size() != 1) {
			this.findings.add(Rule.TIMER, timer, "");
			return;
		}
		Xml time = times.get(0);
		String text = time.text();
		boolean starts = timer.parent.is(Names.BPMN, "startEvent") && timer.parent.parent.is(Names.BPMN, "process");
		if (starts) {
			this.findings.add(Grammar.concerns(text) ? Rule.TIMER_START : Rule.AUTOMATIC_START, time, "");
		}
		boolean fine = switch (time.name) {
			case "timeDate" -> EXPRESSION.matcher(text).matches() || DATE.matcher(text).matches();
			case "timeDuration" -> EXPRESSION.matcher(text).matches() || longEnough(text);
			default -> cycle(text);
		};
		if (!fine && !Grammar.concerns(text)) {
			this.findings.add(Rule.TIMER, time, "", text);
		}
		else if (!fine) {
			this.findings.add(Rule.TIMER, time, "", "");
		}
	}

	private static boolean cycle(String text) {
		Matcher matcher = CYCLE.matcher(text);
		return matcher.matches() && Integer.parseInt(matcher.group(1)) <= MOST_REPEATS && longEnough(matcher.group(2));
	}

	/** From one minute to ten years. */
	private static boolean longEnough(String text) {
		try {
			int time = text.indexOf('T');
			Period days = (time == 1) ? Period.ZERO : Period.parse((time < 0) ? text : text.substring(0, time));
			Duration rest = (time < 0) ? Duration.ZERO : Duration.parse("P" + text.substring(time));
			if (days.isNegative() || rest.isNegative()) {
				return false;
			}
			long minutes = days.toTotalMonths() * 43_200 + days.getDays() * 1_440L + rest.toMinutes();
			return minutes >= 1 && minutes <= 10L * 366 * 1_440;
		}
		catch (DateTimeParseException | ArithmeticException ex) {
			return false;
		}
	}

	private void members(Xml cardinality) {
		String text = cardinality.text();
		boolean variable = text.matches("\\$\\{\\s*[A-Za-z_][A-Za-z0-9_]*\\s*}");
		if (!variable && count(text) < 0) {
			this.findings.add(Rule.REPEAT, cardinality, "", MOST_MEMBERS);
		}
	}

	private void group(Xml repeated) {
		long together = 1;
		for (Xml outer = repeated.parent; outer != null; outer = outer.parent) {
			together *= outer.children(Names.BPMN, "multiInstanceLoopCharacteristics")
				.flatMap((loop) -> loop.children(Names.BPMN, "loopCardinality"))
				.mapToLong((cardinality) -> Math.max(1, count(cardinality.text())))
				.sum()
					+ (outer.children(Names.BPMN, "multiInstanceLoopCharacteristics")
						.noneMatch((loop) -> loop.children(Names.BPMN, "loopCardinality").findAny().isPresent()) ? 1
								: 0);
		}
		if (together > MOST_TOGETHER) {
			this.findings.add(Rule.REPEAT, repeated, "", MOST_TOGETHER);
		}
	}

	private static long count(String text) {
		boolean digits = text.matches("[1-9]\\d{0,3}");
		return (digits && Integer.parseInt(text) <= MOST_MEMBERS) ? Integer.parseInt(text) : -1;
	}

}
