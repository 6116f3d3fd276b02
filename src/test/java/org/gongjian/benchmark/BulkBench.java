package org.gongjian.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.gongjian.api.Trial;
import org.gongjian.support.BenchTest;
import org.gongjian.web.Limits;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How much slower the pages of others are while somebody decides a thousand tasks at
 * once: {@code mvn test -Dtest=BulkBench -Dbench=true -DargLine="-Xmx2g
 * -Dhouse.database=postgresql"}.
 */
@BenchTest
class BulkBench {

	private static final int TASKS = Integer.getInteger("bench.tasks", 1_000);

	private static final int LOOKS = Integer.getInteger("bench.looks", 150);

	@Autowired
	private ApplicationContext house;

	@Autowired
	private JdbcClient jdbc;

	@LocalServerPort
	private int port;

	@Test
	void bulk() {
		Trial trial = new Trial(this.house);
		List<String> tasks = IntStream.range(0, TASKS).mapToObj((i) -> {
			this.house.getBean(Limits.class).reset();
			return trial.task(trial.inReview("Request " + i));
		}).toList();
		Visitor other = new Visitor(this.port, Trial.COLLEAGUE);
		String page = "/tasks/" + trial.task(trial.inReview("Looked at meanwhile"));
		looks(other, page, () -> true, LOOKS);
		List<Double> alone = looks(other, page, () -> true, LOOKS);
		long begun = System.nanoTime();
		String batch = begin(tasks);
		System.out.printf("BULK page of %d to look at, and begun, after %.1f s%n", TASKS,
				(System.nanoTime() - begun) / 1e9);
		List<Double> beside = looks(other, page, () -> waiting(batch), Integer.MAX_VALUE);
		System.out.printf("BULK %d decided, %d not, after %.1f s%n", count(batch, "done"), count(batch, "not done"),
				(System.nanoTime() - begun) / 1e9);
		say("alone", alone);
		say("beside", beside);
		System.out.printf("BULK median of others %.2f times as long, p95 %.2f times%n",
				at(beside, 0.5) / at(alone, 0.5), at(beside, 0.95) / at(alone, 0.95));
	}

	private String begin(List<String> tasks) {
		Visitor officer = new Visitor(this.port, Trial.OFFICER);
		String ids = tasks.stream().map((id) -> "ids=" + id).collect(Collectors.joining("&"));
		assertThat(officer.post("/bulk", ids).statusCode()).isEqualTo(200);
		var sent = officer.post("/bulk/send", ids + "&action=send&decision=APPROVE");
		assertThat(sent.statusCode()).as(sent::body).isEqualTo(303);
		return sent.headers().firstValue("Location").orElseThrow().replaceAll(".*/", "");
	}

	private boolean waiting(String batch) {
		return count(batch, "done is null") > 0;
	}

	private int count(String batch, String state) {
		return this.jdbc.sql("select count(*) from bulk_item where batch = cast(:batch as uuid) and " + state)
			.param("batch", batch)
			.query(Integer.class)
			.single();
	}

	/** Milliseconds of the pages somebody opens one after the other: lists and a task. */
	private List<Double> looks(Visitor visitor, String page, BooleanSupplier goesOn, int most) {
		List<Double> times = new ArrayList<>();
		while (times.size() < most && goesOn.getAsBoolean()) {
			this.house.getBean(Limits.class).reset();
			long begun = System.nanoTime();
			assertThat(visitor.get((times.size() % 2 == 0) ? "/inbox" : page).statusCode()).isEqualTo(200);
			times.add((System.nanoTime() - begun) / 1e6);
		}
		return times.stream().sorted().toList();
	}

	private static void say(String when, List<Double> times) {
		System.out.printf("BULK pages %s: %d, median %.1f ms, p95 %.1f ms%n", when, times.size(), at(times, 0.5),
				at(times, 0.95));
	}

	private static double at(List<Double> sorted, double share) {
		return sorted.get((int) ((sorted.size() - 1) * share));
	}

}
