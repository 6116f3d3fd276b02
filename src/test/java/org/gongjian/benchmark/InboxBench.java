package org.gongjian.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.gongjian.api.Trial;
import org.gongjian.support.BenchTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The first page of the inbox while the town grows, and while one's own pool grows:
 * {@code mvn test -Dtest=InboxBench -Dbench=true -DargLine="-Xmx2g
 * -Dhouse.database=postgresql"}. The rows are copies of one real task with its case.
 */
@BenchTest
class InboxBench {

	private static final int TOWN = Integer.getInteger("bench.town", 1_000_000);

	private static final int POOL = Integer.getInteger("bench.pool", 100_000);

	private static final int LOOKS = Integer.getInteger("bench.looks", 200);

	private static final int MINE = 200;

	@Autowired
	private ApplicationContext house;

	@Autowired
	private JdbcClient jdbc;

	@LocalServerPort
	private int port;

	@Test
	void inbox() {
		Trial trial = new Trial(this.house);
		String model = trial.inReview("Copied often");
		Visitor officer = new Visitor(this.port, Trial.OFFICER);
		copies(model, "M-", MINE, "'" + Trial.OFFICER + "'");
		copies(model, "S-", 1_000, "'somebody-' || (i % 100)");
		Times small = measure(officer, "1,000 open tasks, 200 mine");
		copies(model, "L-", TOWN - 1_000, "'somebody-' || (i % 1000)");
		Times large = measure(officer, "%,d open tasks, 200 mine".formatted(TOWN));
		copies(model, "P-", POOL, "'" + Trial.OFFICER + "'");
		Times pool = measure(officer, "%,d open tasks, %,d mine".formatted(TOWN, POOL + MINE));
		System.out.printf("RATIO town p50 %.2f p99 %.2f, pool p50 %.2f p99 %.2f%n", large.p50() / small.p50(),
				large.p99() / small.p99(), pool.p50() / large.p50(), pool.p99() / large.p99());
	}

	private record Times(double p50, double p99) {
	}

	private static Times measure(Visitor visitor, String what) {
		List<Double> times = new ArrayList<>();
		for (int i = -LOOKS / 4; i < LOOKS; i++) {
			long begun = System.nanoTime();
			assertThat(visitor.get("/inbox").statusCode()).isEqualTo(200);
			if (i >= 0) {
				times.add((System.nanoTime() - begun) / 1e6);
			}
		}
		List<Double> sorted = times.stream().sorted().toList();
		Times found = new Times(sorted.get(LOOKS / 2), sorted.get(LOOKS * 99 / 100));
		System.out.printf("TIMES %s: p50 %.1f ms, p99 %.1f ms%n", what, found.p50(), found.p99());
		return found;
	}

	/** Copies of a case with its open task, each on the list of one person. */
	private void copies(String model, String prefix, int many, String owner) {
		String number = "'" + prefix + "' || i";
		copy("case_file", "number = '" + model + "'", many,
				Map.of("id", "gen_random_uuid()", "number", number, "initiator", "'somebody-else'"));
		copy("work_item", "case_number = '" + model + "' and state = 'OPEN'", many,
				Map.of("id", number, "case_number", number));
		copy("work_share",
				"task_id = (select id from work_item where case_number = '" + model
						+ "' and state = 'OPEN') and username = '" + Trial.OFFICER + "'",
				many,
				Map.of("task_id", number, "username", owner, "sorted_at", "o.sorted_at - i * interval '1' second"));
		List.of("case_file", "work_item", "work_share").forEach((table) -> this.jdbc.sql("analyze " + table).update());
	}

	private void copy(String table, String which, int many, Map<String, String> others) {
		List<String> columns = this.jdbc
			.sql("select column_name from information_schema.columns where table_name = :table and is_identity = 'NO'"
					+ " and is_generated = 'NEVER'")
			.param("table", table)
			.query(String.class)
			.list();
		Function<String, String> value = (column) -> others.getOrDefault(column, "o." + column);
		this.jdbc
			.sql("insert into " + table + " (" + String.join(", ", columns) + ") select "
					+ columns.stream().map(value).collect(Collectors.joining(", ")) + " from " + table
					+ " o cross join generate_series(1, " + many + ") as n(i) where " + which)
			.update();
	}

}
