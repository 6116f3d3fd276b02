package org.gongjian.approval;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.gongjian.engine.Rehearsal.Stay;
import org.gongjian.shared.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How long cases stayed at their steps, and from which they were sent back. */
@Component
public class PastWork {

	private final JdbcClient jdbc;

	private final Clock clock;

	PastWork(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	private record Row(String caseNumber, String step, String body, Instant from, Instant to, boolean returned) {
	}

	/**
	 * The stays of some cases in their order, in one statement for all of them. A step
	 * that asks several people is one stay, from the first who was asked to the last who
	 * had to do with it.
	 */
	public Map<String, List<Stay>> stays(Collection<String> caseNumbers) {
		Map<String, List<Row>> rows = new HashMap<>();
		if (!caseNumbers.isEmpty()) {
			this.jdbc.sql("""
					select case_number, step, body, decision, created_at, decided_at from work_item
					where case_number in (:numbers) and part = 'MEMBER' order by created_at, id
					""").param("numbers", caseNumbers).query((row, number) -> {
				Instant to = Moments.read(row, "decided_at");
				return new Row(row.getString("case_number"), row.getString("step"), row.getString("body"),
						Moments.read(row, "created_at"), (to == null) ? this.clock.instant() : to,
						"RETURN".equals(row.getString("decision")));
			}).list().forEach((row) -> rows.computeIfAbsent(row.caseNumber(), (one) -> new ArrayList<>()).add(row));
		}
		Map<String, List<Stay>> stays = new HashMap<>();
		rows.forEach((number, all) -> stays.put(number, stays(all)));
		return stays;
	}

	private static List<Stay> stays(List<Row> rows) {
		Map<String, List<Row>> bodies = new LinkedHashMap<>();
		rows.forEach((row) -> bodies.computeIfAbsent(row.body(), (body) -> new ArrayList<>()).add(row));
		return bodies.values().stream().map((body) -> stay(body, rows)).toList();
	}

	private static Stay stay(List<Row> body, List<Row> rows) {
		Row first = body.get(0);
		Instant to = body.stream().map(Row::to).max(Instant::compareTo).orElseThrow();
		String back = body.stream().anyMatch(Row::returned) ? reachedAgain(first, to, rows) : null;
		return new Stay(first.step(), first.from(), to, back);
	}

	/** Where a return led: to the first step that was open before and is opened then. */
	private static String reachedAgain(Row from, Instant at, List<Row> rows) {
		return rows.stream()
			.filter((row) -> !row.from().isBefore(at) && !Objects.equals(row.body(), from.body()))
			.map(Row::step)
			.filter((step) -> rows.stream().anyMatch((row) -> row.step().equals(step) && row.from().isBefore(at)))
			.findFirst()
			.orElse(null);
	}

}
