package org.gongjian.web;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LocalPathTests {

	@ParameterizedTest
	@ValueSource(
			strings = { "/api", "/api/v1/me", "/%61pi/v1/me", "/api;a=b/v1/me", "//api/v1/me", "/engine-rest/version" })
	void programsAreKnownHoweverTheyWriteThePath(String path) {
		assertThat(LocalPath.isProgram(path)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/apis", "/help/api", "/%zz", "/engine-rest/task", "/inbox?next=/api/" })
	void peopleAreNotTakenForPrograms(String path) {
		assertThat(LocalPath.isProgram(path)).isFalse();
	}

}
