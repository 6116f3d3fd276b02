package org.gongjian.engine.guard;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class GuardMessagesTests {

	private static final String PREFIX = "engine.guard.";

	@ParameterizedTest
	@ValueSource(strings = { "messages-engine.properties", "messages-engine_zh_CN.properties" })
	void everyRuleHasItsMessageAndEveryMessageItsRule(String file) throws IOException {
		var messages = new Properties();
		try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources", file), StandardCharsets.UTF_8)) {
			messages.load(reader);
		}
		assertThat(messages.stringPropertyNames()).filteredOn((key) -> key.startsWith(PREFIX))
			.containsExactlyInAnyOrderElementsOf(
					Arrays.stream(Rule.values()).map((rule) -> PREFIX + rule.id()).toList());
		assertThat(messages.values()).allSatisfy((message) -> assertThat(message.toString()).doesNotContain("'"));
	}

}
