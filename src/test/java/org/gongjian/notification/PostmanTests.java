package org.gongjian.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.gongjian.support.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@ParameterizedClass
@EnumSource(Database.class)
class PostmanTests {

	@Parameter
	private Database database;

	private OutboxTable table;

	private final MovingClock clock = new MovingClock();

	private final Recorder channel = new Recorder();

	@BeforeEach
	void empty() {
		this.table = new OutboxTable(JdbcClient.create(this.database.migrated()));
	}

	@Test
	void whatArrivedIsNotSentAgain() {
		UUID id = post("anna");
		work();
		work();
		assertThat(this.channel.delivered).containsExactly(id);
		assertThat(this.table.find(id).orElseThrow()).satisfies((parcel) -> {
			assertThat(parcel.state()).isEqualTo("SENT");
			assertThat(parcel.tries()).isEqualTo(1);
			assertThat(parcel.endedAt()).isNotNull();
		});
	}

	@Test
	void whileTheServerIsDownNothingIsLostAndTheOrderOfEachPersonIsKept() {
		UUID first = post("anna");
		UUID second = post("anna");
		UUID other = post("bob");
		this.channel.down = true;
		work();
		assertThat(this.channel.tried).containsExactly(first, other);
		assertThat(this.table.find(first).orElseThrow().problem()).isEqualTo("down");
		this.channel.down = false;
		work();
		assertThat(this.channel.delivered).as("not before the pause is over").isEmpty();
		this.clock.pass(Duration.ofMinutes(1));
		work();
		assertThat(this.channel.delivered).containsExactly(first, other, second);
	}

	@Test
	void theAttemptsGetRarerAndEndAfterADay() {
		UUID id = post("anna");
		this.channel.down = true;
		Instant begin = this.clock.instant();
		while (this.table.find(id).orElseThrow().state().equals("WAITING")) {
			work();
			this.clock.pass(Duration.ofMinutes(1));
		}
		Parcel failed = this.table.find(id).orElseThrow();
		assertThat(failed.state()).isEqualTo("FAILED");
		assertThat(failed.tries()).isEqualTo(9);
		assertThat(Duration.between(begin, failed.endedAt())).isBetween(Duration.ofHours(23), Duration.ofHours(26));
		assertThat(this.table.again(id, this.clock.instant())).isTrue();
		this.channel.down = false;
		work();
		assertThat(this.channel.delivered).containsExactly(id);
		assertThat(this.table.again(id, this.clock.instant())).as("it has arrived").isFalse();
	}

	@Test
	void whatCannotArriveDoesNotHoldUpTheRest() {
		UUID wrong = post("anna");
		UUID right = post("anna");
		this.channel.refused = wrong;
		work();
		assertThat(this.table.find(wrong).orElseThrow().state()).isEqualTo("FAILED");
		assertThat(this.channel.delivered).containsExactly(right);
	}

	@Test
	void severalNodesDeliverEachParcelOnce() throws Exception {
		List<UUID> posted = new ArrayList<>();
		for (int i = 0; i < 60; i++) {
			posted.add(post("person" + i % 20));
		}
		var pool = Executors.newFixedThreadPool(4);
		var barrier = new CyclicBarrier(4);
		List<Future<?>> nodes = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			nodes.add(pool.submit(() -> {
				barrier.await();
				work();
				return null;
			}));
		}
		for (Future<?> node : nodes) {
			node.get();
		}
		pool.shutdown();
		work();
		assertThat(this.channel.delivered).containsExactlyInAnyOrderElementsOf(posted);
	}

	private void work() {
		new Postman(this.channel, this.table, this.clock).work();
	}

	private UUID post(String addressee) {
		UUID id = UUID.randomUUID();
		this.table.insert(new Parcel(id, 0, "MAIL", addressee, "notice", "{}", "WAITING", 0, this.clock.instant(), null,
				null, null));
		return id;
	}

	private static final class Recorder implements Channel {

		private final List<UUID> tried = Collections.synchronizedList(new ArrayList<>());

		private final List<UUID> delivered = Collections.synchronizedList(new ArrayList<>());

		private boolean down;

		private UUID refused;

		@Override
		public String name() {
			return "MAIL";
		}

		@Override
		public boolean works() {
			return true;
		}

		@Override
		public void deliver(Parcel parcel) throws Undeliverable {
			this.tried.add(parcel.id());
			if (this.down) {
				throw Undeliverable.now("down");
			}
			if (parcel.id().equals(this.refused)) {
				throw Undeliverable.ever("no such person");
			}
			this.delivered.add(parcel.id());
		}

	}

	private static final class MovingClock extends Clock {

		private Instant now = Instant.parse("2026-12-01T01:00:00Z");

		void pass(Duration time) {
			this.now = this.now.plus(time);
		}

		@Override
		public Instant instant() {
			return this.now;
		}

		@Override
		public ZoneOffset getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(java.time.ZoneId zone) {
			return this;
		}

	}

}
