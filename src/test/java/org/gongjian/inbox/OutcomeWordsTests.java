package org.gongjian.inbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A case that ended says in words how, whichever shipped process it went through. */
class OutcomeWordsTests {

	private static final Pattern END = Pattern.compile("(?s)<bpmn:endEvent id=\"end-([^\"]+)\".*?</bpmn:endEvent>");

	private static final Pattern OUTCOME = Pattern.compile("name=\"outcome\" value=\"([^\"]+)\"");

	@Test
	void everyEndOfAShippedProcessHasWords() throws IOException {
		ResourceBundle words = ResourceBundle.getBundle("messages-inbox", Locale.ROOT);
		List<String> outcomes;
		try (Stream<Path> files = Files.list(Path.of("processes"))) {
			outcomes = files.filter((file) -> file.toString().endsWith(".bpmn"))
				.flatMap(OutcomeWordsTests::outcomes)
				.distinct()
				.toList();
		}
		assertThat(outcomes).contains("IN_FORCE", "RESOLVED", "NOT_EVIDENCED")
			.allSatisfy((outcome) -> assertThat(words.containsKey("inbox.outcome." + outcome)).as(outcome).isTrue());
	}

	/** Only ends that close the case name a status. */
	private static Stream<String> outcomes(Path diagram) {
		return END.matcher(read(diagram))
			.results()
			.filter((end) -> end.group().contains("name=\"status\""))
			.map((end) -> OUTCOME.matcher(end.group())
				.results()
				.findFirst()
				.map((found) -> found.group(1))
				.orElse(end.group(1).toUpperCase(Locale.ROOT).replace('-', '_')));
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
