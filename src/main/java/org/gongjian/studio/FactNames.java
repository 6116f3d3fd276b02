package org.gongjian.studio;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What the conditions and tables of a draft read. */
final class FactNames {

	private static final Pattern NAME = Pattern.compile("(?<![\\w'\".])[a-z][A-Za-z0-9]*(?![\\w('\"])");

	private static final Set<String> WORDS = Set.of("and", "or", "not", "empty", "true", "false", "null", "eq", "ne",
			"lt", "gt", "le", "ge");

	private FactNames() {
	}

	/** What conditions can read: what is read already, outcomes, and facts of forms. */
	static Set<String> known(String xml, Map<String, byte[]> files) {
		Set<String> names = new TreeSet<>(of(xml, files));
		Parts.read(xml.getBytes(UTF_8)).said().values().forEach((about) -> {
			if (about.containsKey("outcome") && "userTask".equals(about.get("kind"))) {
				names.add(about.get("outcome"));
			}
		});
		files.forEach((file, content) -> {
			if (file.endsWith(".json")) {
				FormWords.of(content)
					.keySet()
					.stream()
					.filter((path) -> path.matches("fields\\.[A-Za-z0-9]+\\.fact"))
					.forEach((path) -> names.add(path.split("\\.")[1]));
			}
		});
		return names;
	}

	static Set<String> of(String xml, Map<String, byte[]> files) {
		Set<String> names = new TreeSet<>();
		Parts.read(xml.getBytes(UTF_8)).said().values().forEach((about) -> {
			String condition = about.getOrDefault("conditionExpression", "").replaceAll("'[^']*'", "''");
			NAME.matcher(condition).results().map(MatchResult::group).forEach(names::add);
		});
		files.forEach((file, content) -> {
			if (file.endsWith(".dmn")) {
				TableFile.read(new String(content, UTF_8))
					.sheets()
					.forEach((sheet) -> sheet.inputs().forEach((column) -> names.add(column.name())));
			}
		});
		names.removeAll(WORDS);
		names.removeIf((name) -> !name.matches("[a-z][A-Za-z0-9]*"));
		return names;
	}

}
