package org.gongjian.engine.guard;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** What we ship passes our own check. */
class ShippedFilesTests {

	private static final Pattern STEP = Pattern.compile("delegateExpression=\"\\$\\{(\\w+)}\"");

	@TestFactory
	Stream<DynamicTest> diagramsAndTables() throws IOException {
		Path home = Path.of(System.getProperty("gongjian.processes", "processes"));
		if (!Files.isDirectory(home)) {
			return Stream.of(DynamicTest.dynamicTest("none yet", () -> assertThat(home).doesNotExist()));
		}
		try (Stream<Path> files = Files.list(home)) {
			return files.filter((file) -> file.toString().matches(".*\\.(bpmn|dmn)"))
				.sorted()
				.map((file) -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)))
				.toList()
				.stream();
		}
	}

	private static void check(Path file) throws IOException {
		String text = Files.readString(file, StandardCharsets.UTF_8);
		var steps = STEP.matcher(text).results().map((MatchResult match) -> match.group(1)).collect(Collectors.toSet());
		List<Finding> findings = new DiagramCheck(() -> steps).check(text.getBytes(StandardCharsets.UTF_8),
				file.getFileName().toString());
		assertThat(findings).filteredOn(Finding::error).isEmpty();
	}

}
