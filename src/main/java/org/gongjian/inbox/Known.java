package org.gongjian.inbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.gongjian.casefile.LogEntry;
import org.gongjian.form.Catalogue;
import org.gongjian.form.FormDefinition;
import org.gongjian.form.ValueView;

/**
 * What is known of a case, by the step that wrote it. The newest part stands open, and
 * what was asked for at the beginning does if it is short.
 */
final class Known {

	/** So many answers are read at a glance. */
	private static final int SHORT = 10;

	private Known() {
	}

	/**
	 * A step's answers.
	 *
	 * @param title what the form of the step is called
	 * @param open whether it is shown at once
	 */
	record Part(String title, boolean open, List<ValueView> values) {
	}

	/**
	 * The values in the order of the diagram.
	 * @param log the log of the case, oldest first; says which step wrote last
	 */
	static List<Part> parts(List<ValueView> values, Catalogue catalogue, List<LogEntry> log, Locale locale) {
		Map<String, List<ValueView>> byStep = new LinkedHashMap<>();
		catalogue.forms().keySet().forEach((step) -> byStep.put(step, new ArrayList<>()));
		for (ValueView value : values) {
			byStep.computeIfAbsent(step(catalogue, value.name()), (step) -> new ArrayList<>()).add(value);
		}
		byStep.values().removeIf(List::isEmpty);
		String newest = newest(byStep, log);
		String first = byStep.keySet().stream().findFirst().orElse("");
		return byStep.entrySet()
			.stream()
			.map((part) -> new Part(title(catalogue, part.getKey(), locale),
					part.getKey().equals(newest) || part.getKey().equals(first) && part.getValue().size() <= SHORT,
					part.getValue()))
			.toList();
	}

	private static String step(Catalogue catalogue, String name) {
		return catalogue.forms()
			.entrySet()
			.stream()
			.filter((form) -> name.equals(form.getValue().record()) || writes(form.getValue(), name))
			.map(Map.Entry::getKey)
			.findFirst()
			.orElse("");
	}

	private static boolean writes(FormDefinition form, String name) {
		return form.record() == null && form.field(name).filter((field) -> !field.readOnly()).isPresent();
	}

	private static String newest(Map<String, List<ValueView>> byStep, List<LogEntry> log) {
		String newest = "";
		for (String step : byStep.keySet()) {
			newest = step;
		}
		for (LogEntry entry : log) {
			if (entry.action().equals("DECIDED") && byStep.containsKey(String.valueOf(entry.step()))) {
				newest = entry.step();
			}
		}
		return newest;
	}

	private static String title(Catalogue catalogue, String step, Locale locale) {
		FormDefinition form = catalogue.forms().get(step);
		return (form == null) ? "" : form.title().in(locale);
	}

}
