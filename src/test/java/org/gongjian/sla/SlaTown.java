package org.gongjian.sla;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import org.gongjian.calendar.OfficeHours;
import org.gongjian.shared.Time;
import org.gongjian.sla.ClockSignals.Fired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Clocks without the house: the official calendar, a clock to move, ears that listen. */
final class SlaTown extends Clock {

	private static final Map<LocalDate, Boolean> WORKED = calendar();

	final List<Fired> heard = Collections.synchronizedList(new ArrayList<>());

	final JdbcClient jdbc;

	final SlaClockTable table;

	final SlaClocks clocks;

	final OfficeHours office = new OfficeHours(WORKED::get, Time.OFFICE);

	final Reckoning reckoning = new Reckoning(this.office);

	private final TransactionTemplate transaction;

	private final DataSource source;

	private volatile Instant now = at("2024-09-23T10:00");

	private volatile boolean deaf;

	SlaTown(DataSource source) {
		this.source = source;
		this.jdbc = JdbcClient.create(source);
		this.table = new SlaClockTable(this.jdbc);
		this.clocks = new SlaClocks(this.table, this.reckoning, this.office, this);
		this.transaction = new TransactionTemplate(new JdbcTransactionManager(source));
	}

	/** A node of its own. */
	ClockRounds node() {
		return new ClockRounds(this.table, this.reckoning, List.of(new Ears()), this,
				new JdbcTransactionManager(this.source));
	}

	void empty() {
		for (String table : List.of("sla_entry", "sla_pause", "sla_clock")) {
			this.jdbc.sql("delete from " + table).update();
		}
	}

	DataSource dataSource() {
		return this.source;
	}

	void work() {
		node().work();
	}

	void go(String local) {
		this.now = at(local);
	}

	void deaf(boolean yes) {
		this.deaf = yes;
	}

	<T> T in(Supplier<T> work) {
		return this.transaction.execute((status) -> work.get());
	}

	void run(Runnable work) {
		this.transaction.executeWithoutResult((status) -> work.run());
	}

	SlaClock get(String subject, ClockKind kind) {
		return in(() -> this.clocks.find(subject, kind).orElseThrow());
	}

	List<String> stages() {
		return this.heard.stream().map((fired) -> fired.stage() + "@" + fired.percent()).toList();
	}

	static Instant at(String local) {
		return LocalDateTime.parse(local).atZone(Time.OFFICE).toInstant();
	}

	@Override
	public Instant instant() {
		return this.now;
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return this;
	}

	private static Map<LocalDate, Boolean> calendar() {
		try (var lines = Files.lines(Path.of("src/main/resources/calendar/working-days-2024-2026.csv"))) {
			Function<String[], Boolean> worked = (cells) -> cells[2].equals("WORKDAY") || cells[2].equals("MAKEUP");
			return lines.skip(1)
				.map((line) -> line.split(","))
				.collect(Collectors.toMap((cells) -> LocalDate.parse(cells[0]), worked));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private final class Ears implements ClockSignals {

		@Override
		public void hold(String subject) {
			// nothing but clocks is locked here
		}

		@Override
		public void fired(Fired fired) {
			if (SlaTown.this.deaf) {
				throw new IllegalStateException("not now");
			}
			SlaTown.this.heard.add(fired);
		}

	}

}
