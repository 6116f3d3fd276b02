package org.gongjian;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the house says: every sentence in both languages, none missing, none too many.
 */
class MessagesTests {

	private static final Path RESOURCES = Path.of("src/main/resources");

	private static final String ROOM = "(?:web|identity|organisation|casefile|form|approval|inbox|pairing|activity"
			+ "|problem|meeting|plaque|publicity|api|engine|calendar|demo|notification|studio|journal|sla|insight|operations|archive|wording)";

	private static final String KEY = ROOM + "(?:\\.[A-Za-z0-9_-]+)+";

	private static final Pattern IN_TEMPLATE = Pattern.compile("#\\{(" + KEY + ")([(}])");

	private static final Pattern LITERAL = Pattern.compile("[\"'|](" + KEY + "\\.?)(?:[\"'|]|\\$\\{)");

	private static final Pattern RECORDED = Pattern.compile("\"([a-z]+(?:\\.[a-z-]+)+)\"");

	private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)");

	/** Words that come in both languages: each message picks its own. */
	private static final String BOTH_AS_ARGUMENTS = "form.words";

	/** Keys put together from parts that a search for literals cannot see. */
	private static final Set<String> BUILT = Set.of("inbox\\.[a-z]+\\.(title|help|empty)", "journal\\..*",
			"engine\\.diagram\\.kind\\..*", "approval\\.(start\\.)?suspended\\.(title|next)");

	/** Chooses between its two arguments, one for each language. */
	private static final String BY_LANGUAGE = "form.words";

	private final TreeMap<String, String> english = read("");

	private final TreeMap<String, String> chinese = read("_zh_CN");

	private final String templates = sources(RESOURCES.resolve("templates"), ".html");

	private final Set<String> parameters = matches(sources(RESOURCES.resolve("db/migration"), ".sql"),
			Pattern.compile("\\(?'([a-z]+\\.[A-Za-z.]+)',"));

	private final String java = sources(Path.of("src/main/java"), ".java");

	@Test
	void everySentenceExistsInBothLanguages() {
		assertThat(this.chinese.keySet()).containsExactlyElementsOf(this.english.keySet());
		assertThat(this.english).allSatisfy((key, text) -> assertThat(text).as(key).isNotBlank());
		assertThat(this.chinese).allSatisfy((key, text) -> assertThat(text).as(key).isNotBlank());
	}

	@Test
	void everyLineOfTheLogOfACaseHasWords() {
		Set<String> actions = matches(this.java, Pattern.compile("LogEntry\\.[a-z]+\\([^;\"]*\"([A-Z_]{4,})\""));
		assertThat(actions).hasSizeGreaterThan(10)
			.allSatisfy((action) -> assertThat(this.english)
				.containsKey("inbox.action." + action.toLowerCase(Locale.ROOT)));
	}

	@Test
	void bothLanguagesUseTheSameArguments() {
		assertThat(this.english.keySet()).filteredOn((key) -> !key.equals(BOTH_AS_ARGUMENTS))
			.allSatisfy((key) -> assertThat(arguments(this.chinese.get(key))).as(key)
				.isEqualTo(arguments(this.english.get(key))));
	}

	/**
	 * A message with arguments is read by {@link java.text.MessageFormat}, which swallows
	 * a single apostrophe and what is between two; one without arguments is not, and
	 * would show two. The typographic apostrophe is right in both.
	 */
	@Test
	void apostrophesAreTypographic() {
		assertThat(keysWith(this.english, "'")).isEmpty();
		assertThat(keysWith(this.chinese, "'")).isEmpty();
	}

	@Test
	void chineseIsChinese() {
		assertThat(this.chinese.entrySet())
			.filteredOn((entry) -> entry.getValue().matches("(?s).*[A-Za-z]{3,} [a-z]{2,} [a-z]{2,}.*"))
			.isEmpty();
	}

	@Test
	void whatTemplatesSayExists() {
		Set<String> missing = new TreeSet<>();
		IN_TEMPLATE.matcher(this.templates).results().forEach((found) -> {
			String text = this.english.get(found.group(1));
			if (text == null) {
				missing.add(found.group(1) + " does not exist");
			}
			else if (found.group(2).equals("(") == arguments(text).isEmpty()) {
				missing.add(found.group(1) + " with and without arguments");
			}
		});
		assertThat(missing).isEmpty();
	}

	@Test
	void whatTheProgramSaysExists() {
		assertThat(literals()).filteredOn((literal) -> !known(literal) && !anotherName(literal)).isEmpty();
	}

	@Test
	void whatTheJournalRecordsHasAName() {
		Set<String> recorded = new TreeSet<>();
		for (String call : this.java.split("\\b(?:J|j)ournal\\.record\\(")) {
			RECORDED.matcher(call.substring(0, Math.max(0, call.indexOf(';'))))
				.results()
				.limit(1)
				.forEach((found) -> recorded.add("journal." + found.group(1)));
		}
		recorded.removeAll(this.english.keySet());
		assertThat(recorded).isEmpty();
	}

	@Test
	void nothingIsLeftOver() {
		Set<String> used = literals();
		used.addAll(matches(this.templates, IN_TEMPLATE));
		List<String> beginnings = used.stream().filter((literal) -> literal.endsWith(".")).toList();
		assertThat(this.english.keySet()).filteredOn((key) -> !used.contains(key))
			.filteredOn((key) -> beginnings.stream().noneMatch(key::startsWith))
			.filteredOn((key) -> BUILT.stream().noneMatch(key::matches))
			.isEmpty();
	}

	private Set<String> literals() {
		return matches(this.java + this.templates, LITERAL);
	}

	private boolean known(String literal) {
		return literal.endsWith(".") ? this.english.keySet().stream().anyMatch((key) -> key.startsWith(literal))
				: this.english.containsKey(literal);
	}

	/** Parameters and entries of the journal look like keys of messages, but are not. */
	private boolean anotherName(String literal) {
		return this.english.containsKey("journal." + literal) || this.parameters.contains(literal)
				|| literal.endsWith(".org");
	}

	private static Set<String> arguments(String text) {
		return matches((text != null) ? text : "", ARGUMENT);
	}

	private static Set<String> matches(String text, Pattern pattern) {
		return pattern.matcher(text)
			.results()
			.map((found) -> found.group(1))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static List<String> keysWith(TreeMap<String, String> messages, String part) {
		return messages.keySet().stream().filter((key) -> messages.get(key).contains(part)).toList();
	}

	private static TreeMap<String, String> read(String language) {
		TreeMap<String, String> all = new TreeMap<>();
		for (Path file : files(RESOURCES, ".properties")) {
			if (file.getFileName().toString().matches("messages(-[a-z]+)?" + language + "\\.properties")) {
				Properties some = new Properties();
				try (Reader reader = Files.newBufferedReader(file)) {
					some.load(reader);
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
				some.stringPropertyNames()
					.forEach((key) -> assertThat(all.put(key, some.getProperty(key))).as(key + " twice").isNull());
			}
		}
		return all;
	}

	private static String sources(Path folder, String ending) {
		return files(folder, ending).stream().map((file) -> {
			try {
				return Files.readString(file);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}).collect(Collectors.joining("\n"));
	}

	private static List<Path> files(Path folder, String ending) {
		try (Stream<Path> found = Files.walk(folder)) {
			return found.filter((file) -> file.toString().endsWith(ending)).sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
