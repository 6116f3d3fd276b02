package org.gongjian.sla;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.gongjian.shared.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code sla_clock}, {@code sla_pause} and {@code sla_entry}. */
@Repository
class SlaClockTable {

	private static final String COLUMNS = "id, subject, kind, state, open_kind, length, most, most_extensions, warnings,"
			+ " reminder_secs, started_at, total_secs, due_at, latest_due, paused_at, paused_secs, extensions, reached,"
			+ " reminded_at, next_at, ended_at, version";

	private final JdbcClient jdbc;

	SlaClockTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** A clock that has something to tell. */
	record Due(UUID id, String subject, Instant at) {
	}

	/** One thing that happened to a clock. */
	record Entry(UUID clock, Instant at, String what, Instant dueBefore, Instant dueAfter, String detail,
			String actor) {
	}

	void insert(SlaClock clock, Duration paused) {
		this.jdbc
			.sql("insert into sla_clock (" + COLUMNS
					+ """
							) values (:id, :subject, :kind, :state, :openKind, :length, :most, :mostExtensions, :warnings, :reminders,
							  :startedAt, :total, :dueAt, :latestDue, :pausedAt, :paused, :extensions, :reached, :remindedAt, :nextAt,
							  :endedAt, 0)
							""")
			.params(values(clock, paused))
			.update();
		clock.pauses().forEach((pause) -> insert(clock.id(), pause));
	}

	/** Keeps a clock as it is now, unless it was changed since it was read. */
	boolean update(SlaClock clock, Duration paused) {
		return this.jdbc
			.sql("""
					update sla_clock set state = :state, open_kind = :openKind, length = :length, most = :most,
					  most_extensions = :mostExtensions, warnings = :warnings, reminder_secs = :reminders, total_secs = :total,
					  due_at = :dueAt, latest_due = :latestDue, paused_at = :pausedAt, paused_secs = :paused,
					  extensions = :extensions, reached = :reached, reminded_at = :remindedAt, next_at = :nextAt,
					  ended_at = :endedAt, version = version + 1
					where id = :id and version = :version
					""")
			.params(values(clock, paused))
			.update() == 1;
	}

	private static Map<String, Object> values(SlaClock clock, Duration paused) {
		var values = new HashMap<String, Object>();
		Goal goal = clock.goal();
		values.put("id", clock.id());
		values.put("subject", clock.subject());
		values.put("kind", clock.kind().name());
		values.put("state", clock.state().name());
		values.put("openKind", clock.state().open() ? clock.kind().name() : null);
		values.put("length", goal.length());
		values.put("most", goal.most());
		values.put("mostExtensions", goal.extensions());
		values.put("warnings", goal.warnings().stream().map(String::valueOf).collect(Collectors.joining(",")));
		values.put("reminders", (goal.reminders() == null) ? null : goal.reminders().toSeconds());
		values.put("startedAt", Moments.stored(clock.startedAt()));
		values.put("total", clock.total().toSeconds());
		values.put("dueAt", Moments.stored(clock.dueAt()));
		values.put("latestDue", Moments.stored(clock.latestDue()));
		values.put("pausedAt", Moments.stored(clock.pausedAt()));
		values.put("paused", paused.toSeconds());
		values.put("extensions", clock.extensions());
		values.put("reached", clock.reached());
		values.put("remindedAt", Moments.stored(clock.remindedAt()));
		values.put("nextAt", Moments.stored(clock.nextAt()));
		values.put("endedAt", Moments.stored(clock.endedAt()));
		values.put("version", clock.version());
		return values;
	}

	void insert(UUID clock, Pause pause) {
		this.jdbc.sql("insert into sla_pause (clock_id, from_at, to_at, reason) values (:clock, :from, :to, :reason)")
			.param("clock", clock)
			.param("from", Moments.stored(pause.from()))
			.param("to", Moments.stored(pause.to()))
			.param("reason", pause.reason().name())
			.update();
	}

	/** Ends the pause a clock is in. */
	void endPause(UUID clock, Instant at) {
		this.jdbc.sql("update sla_pause set to_at = :at where clock_id = :clock and to_at is null")
			.param("clock", clock)
			.param("at", Moments.stored(at))
			.update();
	}

	void insert(Entry entry) {
		this.jdbc.sql("""
				insert into sla_entry (clock_id, at, what, due_before, due_after, detail, actor)
				values (:clock, :at, :what, :before, :after, :detail, :actor)
				""")
			.param("clock", entry.clock())
			.param("at", Moments.stored(entry.at()))
			.param("what", entry.what())
			.param("before", Moments.stored(entry.dueBefore()))
			.param("after", Moments.stored(entry.dueAfter()))
			.param("detail", entry.detail())
			.param("actor", entry.actor())
			.update();
	}

	/** The clocks of a subject, in the order they were started. */
	List<SlaClock> of(String subject) {
		return read("where subject = :subject order by started_at, kind, id", Map.of("subject", subject));
	}

	/** The open clocks of a subject, locked until the end of the transaction. */
	List<SlaClock> lockOpen(String subject) {
		return read("where subject = :subject and open_kind is not null order by kind, id for update",
				Map.of("subject", subject));
	}

	/** A clock if it has something to tell, locked until the end of the transaction. */
	Optional<SlaClock> lockDue(UUID id, Instant now) {
		return read("where id = :id and state = 'RUNNING' and next_at <= :now for update",
				Map.of("id", id, "now", Moments.stored(now)))
			.stream()
			.findFirst();
	}

	/** Clocks that have something to tell, oldest first. */
	List<Due> due(Instant now, int limit) {
		return this.jdbc
			.sql("select id, subject, next_at from sla_clock where next_at <= :now order by next_at, id limit :limit")
			.param("now", Moments.stored(now))
			.param("limit", limit)
			.query((row, number) -> new Due(row.getObject("id", UUID.class), row.getString("subject"),
					Moments.read(row, "next_at")))
			.list();
	}

	/** What happened to the clocks of a subject, in order. */
	List<Entry> entries(String subject) {
		return this.jdbc
			.sql("""
					select e.* from sla_entry e join sla_clock c on c.id = e.clock_id where c.subject = :subject order by e.seq
					""")
			.param("subject", subject)
			.query((row, number) -> new Entry(row.getObject("clock_id", UUID.class), Moments.read(row, "at"),
					row.getString("what"), Moments.read(row, "due_before"), Moments.read(row, "due_after"),
					row.getString("detail"), row.getString("actor")))
			.list();
	}

	private List<SlaClock> read(String where, Map<String, ?> parameters) {
		List<SlaClock> clocks = this.jdbc.sql("select " + COLUMNS + " from sla_clock " + where)
			.params(parameters)
			.query(SlaClockTable::map)
			.list();
		if (clocks.isEmpty()) {
			return clocks;
		}
		Map<UUID, List<Pause>> pauses = pauses(clocks.stream().map(SlaClock::id).toList());
		return clocks.stream()
			.map((clock) -> clock.in(clock.state(), pauses.getOrDefault(clock.id(), List.of()), clock.endedAt()))
			.toList();
	}

	private Map<UUID, List<Pause>> pauses(List<UUID> clocks) {
		var all = new HashMap<UUID, List<Pause>>();
		this.jdbc.sql("select * from sla_pause where clock_id in (:clocks) order by from_at")
			.param("clocks", clocks)
			.query((row) -> {
				all.computeIfAbsent(row.getObject("clock_id", UUID.class), (id) -> new ArrayList<>())
					.add(new Pause(Moments.read(row, "from_at"), Moments.read(row, "to_at"),
							PauseReason.valueOf(row.getString("reason"))));
			});
		return all;
	}

	private static SlaClock map(ResultSet row, int number) throws SQLException {
		long reminders = row.getLong("reminder_secs");
		Goal goal = new Goal(row.getString("length"), row.getString("most"), row.getInt("most_extensions"),
				Arrays.stream(row.getString("warnings").split(","))
					.filter((text) -> !text.isEmpty())
					.map(Integer::valueOf)
					.toList(),
				(reminders == 0) ? null : Duration.ofSeconds(reminders));
		return new SlaClock(row.getObject("id", UUID.class), row.getString("subject"),
				ClockKind.valueOf(row.getString("kind")), ClockState.valueOf(row.getString("state")), goal,
				Moments.read(row, "started_at"), Duration.ofSeconds(row.getLong("total_secs")),
				Moments.read(row, "due_at"), Moments.read(row, "latest_due"), List.of(), row.getInt("extensions"),
				row.getInt("reached"), Moments.read(row, "reminded_at"), Moments.read(row, "next_at"),
				Moments.read(row, "ended_at"), row.getInt("version"));
	}

}
