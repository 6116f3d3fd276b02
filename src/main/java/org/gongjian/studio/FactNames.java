package org.gongjian.studio;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What the conditions and tables of a draft read. */
final class FactNames {

	private static final Pattern NAME = Pattern.compile("(?<![\\w'\".])[a-z][A-Za-z0-9]*(?![\\w('\"])");

	private static final Set<String> WORDS = Set.of("and", "or", "not", "empty", "true", "false", "null", "eq", "ne",
			"lt", "gt", "le", "ge");

	private static final String PLAIN = "[a-z][A-Za-z0-9]*";

	private FactNames() {
	}

	/**
	 * What conditions can read: what is read already, outcomes, facts of forms, answers
	 * of tables.
	 */
	static Set<String> known(String xml, Map<String, byte[]> files) {
		Set<String> names = new TreeSet<>(of(xml, files));
		Parts.read(xml.getBytes(UTF_8)).said().values().forEach((about) -> {
			if (about.containsKey("outcome") && "userTask".equals(about.get("kind"))) {
				names.add(about.get("outcome"));
			}
		});
		sheets(files).flatMap((sheet) -> sheet.outputs().stream())
			.map(TableSheet.Column::name)
			.filter((name) -> name != null && name.matches(PLAIN))
			.forEach(names::add);
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
		sheets(files).flatMap((sheet) -> sheet.inputs().stream()).map(TableSheet.Column::name).forEach(names::add);
		names.removeAll(WORDS);
		names.removeIf((name) -> !name.matches(PLAIN));
		return names;
	}

	private static Stream<TableSheet> sheets(Map<String, byte[]> files) {
		return files.entrySet()
			.stream()
			.filter((file) -> file.getKey().endsWith(".dmn"))
			.flatMap((file) -> TableFile.read(new String(file.getValue(), UTF_8)).sheets().stream());
	}

}
