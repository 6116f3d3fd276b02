package org.gongjian.shared;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DurableDatabaseTests {

	@ParameterizedTest
	@ValueSource(strings = { "jdbc:h2:file:./data/gongjian;WRITE_DELAY=0", "jdbc:h2:mem:x;write_delay=0;MODE=x",
			"jdbc:postgresql://localhost/gongjian", "" })
	void startsOnADatabaseThatKeepsWhatItSays(String url) {
		assertThat(DurableDatabase.isDurable(url)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdbc:h2:file:./data/gongjian", "jdbc:h2:file:./data/gongjian;WRITE_DELAY=500",
			"jdbc:h2:./WRITE_DELAY=0", "jdbc:h2:./x;WRITE_DELAY=0;INIT=SET WRITE_DELAY 500",
			"jdbc:h2:./x;INIT=SET WRITE_DELAY 500;WRITE_DELAY=0", "jdbc:h2:./x;WRITE_DELAY=500;WRITE_DELAY=0",
			"jdbc:h2:./x;WRITE_DELAY=05" })
	void refusesAnH2ThatMayForget(String url) {
		assertThat(DurableDatabase.isDurable(url)).isFalse();
	}

	@Test
	void saysWhatToDoAndKeepsThePasswordToItself() {
		MockEnvironment environment = new MockEnvironment().withProperty("spring.datasource.url",
				"jdbc:h2:./x;PASSWORD=secret");
		assertThatExceptionOfType(DurableDatabase.Forgetful.class)
			.isThrownBy(() -> new DurableDatabase().postProcessEnvironment(environment, new SpringApplication()))
			.satisfies((refused) -> assertThat(new DurableDatabase.Advice().analyze(refused)).satisfies((advice) -> {
				assertThat(advice.getDescription()).contains("WRITE_DELAY=0").doesNotContain("secret");
				assertThat(advice.getAction()).contains("spring.datasource.url");
			}));
	}

}
