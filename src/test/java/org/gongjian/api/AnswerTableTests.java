package org.gongjian.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotAllowed;
import org.gongjian.shared.Overtaken;
import org.gongjian.shared.RealTime;
import org.gongjian.support.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.mock.web.MockHttpServletRequest;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ParameterizedClass
@EnumSource(Database.class)
@Tag("postgres")
class AnswerTableTests {

	private static final Instant NOON = Instant.parse("2026-12-01T04:00:00Z");

	@Parameter
	private Database database;

	private DataSource source;

	private final AtomicInteger done = new AtomicInteger();

	@BeforeEach
	void empty() {
		this.source = this.database.migrated();
	}

	@Test
	void theSecondGetsTheFirstAnswer() {
		Repeats repeats = at(NOON);
		assertThat(send(repeats, "key", "hash")).isEqualTo("done 1");
		assertThatExceptionOfType(Replayed.class).isThrownBy(() -> send(repeats, "key", "hash"))
			.satisfies((replayed) -> assertThat(replayed.answered())
				.isEqualTo(new Answered(200, "application/json", null, "\"done 1\"")));
		assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> send(repeats, "key", "other"));
		assertThat(send(repeats, "other key", "hash")).isEqualTo("done 2");
	}

	@Test
	void afterADayItIsANewRequest() {
		send(at(NOON), "key", "hash");
		Instant later = NOON.plus(Duration.ofHours(24)).plusSeconds(1);
		assertThat(send(at(later), "key", "other")).isEqualTo("done 2");
		at(later.plus(Duration.ofDays(2))).cleanUp();
		assertThat(JdbcClient.create(this.source).sql("select count(*) from api_answer").query(Integer.class).single())
			.isZero();
	}

	@Test
	void aRefusalIsRememberedWithoutItsEffect() {
		Repeats repeats = at(NOON);
		Sending sending = new Sending("anna", "key", "hash");
		assertThatExceptionOfType(NotAllowed.class)
			.isThrownBy(() -> repeats.once(sending, new MockHttpServletRequest(), () -> {
				throw new NotAllowed("no");
			}));
		repeats.refused(sending, 403, "no");
		repeats.refused(sending, 403, "no");
		assertThatExceptionOfType(Replayed.class).isThrownBy(() -> send(repeats, "key", "hash"))
			.satisfies((replayed) -> assertThat(replayed.answered().status()).isEqualTo(403));
	}

	@Test
	void ofManyAtOnceOneWorks() throws Exception {
		Repeats repeats = at(NOON);
		var threads = Executors.newFixedThreadPool(8);
		try {
			List<Callable<String>> calls = new ArrayList<>();
			for (int i = 0; i < 8; i++) {
				calls.add(() -> {
					try {
						return send(repeats, "key", "hash");
					}
					catch (Replayed | Overtaken notFirst) {
						return "not first";
					}
				});
			}
			List<String> answers = new ArrayList<>();
			for (Future<String> answer : threads.invokeAll(calls)) {
				answers.add(answer.get());
			}
			assertThat(answers).containsOnlyOnce("done 1").filteredOn("not first"::equals).hasSize(7);
			assertThat(this.done).hasValue(1);
		}
		finally {
			threads.shutdownNow();
		}
	}

	private String send(Repeats repeats, String key, String hash) {
		return repeats
			.once(new Sending("anna", key, hash), new MockHttpServletRequest(),
					() -> ResponseEntity.ok("done " + this.done.incrementAndGet()))
			.getBody();
	}

	private Repeats at(Instant now) {
		return new Repeats(new AnswerTable(JdbcClient.create(this.source)),
				new DataSourceTransactionManager(this.source), new JsonMapper(),
				new RealTime(Clock.fixed(now, ZoneOffset.UTC)));
	}

}
