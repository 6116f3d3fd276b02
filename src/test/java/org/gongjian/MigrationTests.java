package org.gongjian;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;

class MigrationTests {

	private static final Pattern LIST = Pattern.compile("(?is)check\\s*\\((?:[^;]*?)\\bin\\s*\\('");

	/**
	 * H2 2.4 keeps the session that wrote {@code check (status in ('a', 'b'))} inside the
	 * check; once that connection is closed (a pool does so after half an hour) every
	 * insert fails with 23514 until the next start.
	 * {@code status = any (array['a', 'b'])} is the same on both databases and does not.
	 */
	@Test
	void checksListTheirValuesInAnArray() throws IOException {
		List<String> wrong = new ArrayList<>();
		for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:db/migration/*.sql")) {
			for (String line : file.getContentAsString(StandardCharsets.UTF_8).split("\n")) {
				Matcher list = LIST.matcher(line);
				if (list.find()) {
					wrong.add(file.getFilename() + ": " + line.strip());
				}
			}
		}
		assertThat(wrong).isEmpty();
	}

}
