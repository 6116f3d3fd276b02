package org.gongjian.casefile;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.gongjian.shared.Gathered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The cases whose rows this transaction has locked. Nobody else changes them before it
 * ends, so they are read once, and the new lines of their logs with their ends are
 * written once, with the commit.
 */
@Component
class HeldCases {

	private final JdbcClient jdbc;

	private final LogTable log;

	private final Gathered<Map<String, HeldCase>> held = new Gathered<>(HashMap::new,
			(all) -> all.values().forEach(this::end));

	HeldCases(JdbcClient jdbc, LogTable log) {
		this.jdbc = jdbc;
		this.log = log;
	}

	/** Waits for its turn at a case and keeps it until the end of the transaction. */
	Optional<HeldCase> hold(String number) {
		Optional<HeldCase> held = find(number);
		return held.isPresent() ? held : lock(number);
	}

	/** A case, if it is held already. */
	Optional<HeldCase> find(String number) {
		return this.held.possible() ? Optional.ofNullable(this.held.now().get(number)) : Optional.empty();
	}

	/** The row was changed: it is read again when it is wanted. */
	void changed(String number) {
		find(number).ifPresentOrElse((mine) -> {
			mine.file(null);
			touch(mine);
		}, () -> this.jdbc.sql("update case_file set touched = touched + 1 where number = :number")
			.param("number", number)
			.update());
	}

	/** Something of the case was changed that its row does not say. */
	void touch(HeldCase mine) {
		mine.touch();
		ended(mine);
	}

	private Optional<HeldCase> lock(String number) {
		Optional<HeldCase> locked = this.jdbc
			.sql("""
					select id, revision, data_hash, log_place, log_hash, touched from case_file where number = :number for update
					""")
			.param("number", number)
			.query((row, index) -> new HeldCase(row.getObject("id", UUID.class), number, row.getInt("revision"),
					row.getString("data_hash"), row.getInt("log_place"), row.getString("log_hash"),
					row.getInt("touched")))
			.optional();
		if (this.held.possible()) {
			locked.ifPresent((mine) -> this.held.now().put(number, mine));
		}
		return locked;
	}

	/** The log of a case has another line, or its data another revision. */
	void ended(HeldCase mine) {
		mine.unwritten(true);
		if (!this.held.possible() || mine.late()) {
			write(mine);
		}
	}

	/** Writes the lines of a log that wait for the commit, because it is to be read. */
	void spoken(String number) {
		find(number).ifPresent(this::spoken);
	}

	private void spoken(HeldCase mine) {
		this.log.insert(mine.id(), mine.unsaid());
		mine.unsaid().clear();
	}

	private void end(HeldCase mine) {
		if (mine.unwritten()) {
			write(mine);
		}
		mine.close();
	}

	private void write(HeldCase mine) {
		spoken(mine);
		mine.unwritten(false);
		this.jdbc.sql("""
				update case_file set revision = :revision, data_hash = :data, log_place = :place, log_hash = :hash,
				  touched = :touched
				where id = :id
				""")
			.param("revision", mine.revision())
			.param("data", mine.dataHash())
			.param("place", mine.place())
			.param("hash", mine.logHash())
			.param("touched", mine.touched())
			.param("id", mine.id())
			.update();
	}

}
