package org.gongjian.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

import org.gongjian.api.Trial;
import org.gongjian.support.BenchTest;
import org.gongjian.web.Limits;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Decisions through the web against bare {@code taskService.complete}, of one plain task
 * and of a task drawn as ours is, round by round in one run, after rounds that only warm
 * up: {@code mvn test -Dtest=DecisionBench -Dbench=true -DargLine="-Xmx2g
 * -Dhouse.database=postgresql"}; the argLine of the tests would compile too little.
 */
@BenchTest
class DecisionBench {

	private static final int ROUNDS = Integer.getInteger("bench.rounds", 6);

	private static final int WARM = Integer.getInteger("bench.warm", 10);

	private static final int TASKS = Integer.getInteger("bench.tasks", 100);

	private static final int THREADS = Integer.getInteger("bench.threads", 2);

	@Autowired
	private ApplicationContext house;

	@LocalServerPort
	private int port;

	@Test
	void decisions() throws Exception {
		Trial trial = new Trial(this.house);
		List<Visitor> visitors = IntStream.range(0, THREADS)
			.mapToObj((i) -> new Visitor(this.port, (i % 2 == 0) ? Trial.OFFICER : Trial.COLLEAGUE))
			.toList();
		List<Double> bare = new ArrayList<>();
		List<Double> same = new ArrayList<>();
		List<Double> ours = new ArrayList<>();
		try (BareEngine engine = new BareEngine()) {
			for (int round = 1 - WARM; round <= ROUNDS; round++) {
				this.house.getBean(Limits.class).reset();
				double plain = rate(engine.tasks("bare", TASKS), (task, thread) -> engine.complete(task));
				double raw = rate(engine.tasks("same", TASKS), (task, thread) -> engine.complete(task));
				double web = rate(inReview(trial, round), (task, thread) -> decide(visitors.get(thread), task));
				System.out.printf("round %d: plain %.0f/s, same %.0f/s, through the web %.0f/s%n", round, plain, raw,
						web);
				if (round > 0) {
					bare.add(plain);
					same.add(raw);
					ours.add(web);
				}
			}
		}
		System.out.printf(
				"MEDIAN plain %.0f/s, same %.0f/s, through the web %.0f/s, ratios %.2f and %.2f (%d threads, %d rounds of %d)%n",
				median(bare), median(same), median(ours), median(ours) / median(bare), median(ours) / median(same),
				THREADS, ROUNDS, TASKS);
	}

	private static List<String> inReview(Trial trial, int round) {
		return IntStream.range(0, TASKS)
			.mapToObj((i) -> trial.task(trial.inReview("Request " + round + "-" + i)))
			.toList();
	}

	private static void decide(Visitor visitor, String task) {
		var answer = visitor.post("/tasks/" + task,
				Map.of("_action", "submit", "_decision", "APPROVE", "_coiDeclared", "true", "score", "7"));
		assertThat(answer.statusCode()).as(() -> answer.body()).isEqualTo(303);
	}

	/** How many a second, by several at once, each with tasks of their own. */
	private static double rate(List<String> tasks, BiConsumer<String, Integer> work) throws Exception {
		ExecutorService crowd = Executors.newFixedThreadPool(THREADS);
		try {
			long begun = System.nanoTime();
			var all = IntStream.range(0, THREADS).mapToObj((thread) -> (Callable<Void>) () -> {
				for (int i = thread; i < tasks.size(); i += THREADS) {
					work.accept(tasks.get(i), thread);
				}
				return null;
			}).toList();
			for (var done : crowd.invokeAll(all)) {
				done.get();
			}
			return tasks.size() * 1e9 / (System.nanoTime() - begun);
		}
		finally {
			crowd.shutdown();
		}
	}

	private static double median(List<Double> numbers) {
		return numbers.stream().sorted().toList().get(numbers.size() / 2);
	}

}
