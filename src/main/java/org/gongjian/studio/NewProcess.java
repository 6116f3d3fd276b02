package org.gongjian.studio;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;

import org.gongjian.shared.Bilingual;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A process to begin with: somebody asks for something, a Party-building officer decides,
 * it ends one way or the other. The files lie in {@code new-process}.
 */
record NewProcess(String key, Bilingual name) {

	private static final String TITLE = "\"title\": \\{[^}]*}";

	private static final String FOLDER = "/new-process/";

	String xml() {
		return read("process.bpmn").replace("@key@", this.key)
			.replace("@name@", escaped(this.name.en() + " " + this.name.zh()));
	}

	Map<String, String> forms() {
		Map<String, String> forms = new LinkedHashMap<>();
		forms.put("forms/start-" + this.key + ".json",
				read("start.json").replace("@en@", quoted(this.name.en())).replace("@zh@", quoted(this.name.zh())));
		forms.put("forms/task-decide.json", form());
		return forms;
	}

	/** The form that a step without one can begin with. */
	static String form() {
		return read("decide.json");
	}

	/** The same, with the name of the step above it. */
	static String form(Bilingual name) {
		return form().replaceFirst(TITLE, Matcher.quoteReplacement(
				"\"title\": {\"en\": \"" + quoted(name.en()) + "\", \"zh\": \"" + quoted(name.zh()) + "\"}"));
	}

	/** Whether a form is as it was made for a step, under whatever name. */
	static boolean untouched(String form) {
		return form().replaceFirst(TITLE, "").equals(form.replaceFirst(TITLE, ""));
	}

	/** A decision table that asks and answers nothing yet; it has one row. */
	static String table(String key, String name) {
		return read("table.dmn").replace("@key@", key).replace("@name@", escaped(name));
	}

	private static String read(String file) {
		try (InputStream content = NewProcess.class.getResourceAsStream(FOLDER + file)) {
			return new String(content.readAllBytes(), UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String escaped(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
	}

	private static String quoted(String text) {
		return text.replace("\\", "\\\\").replace("\"", "\\\"");
	}

}
