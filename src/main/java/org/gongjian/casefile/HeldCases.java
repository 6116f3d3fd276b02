package org.gongjian.casefile;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The cases whose rows this transaction has locked. Nobody else changes them before it
 * ends, so they are read once, and the ends of their logs are written once, with the
 * commit.
 */
@Component
class HeldCases {

	private final JdbcClient jdbc;

	HeldCases(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Waits for its turn at a case and keeps it until the end of the transaction. */
	Optional<HeldCase> hold(String number) {
		Optional<HeldCase> held = find(number);
		return held.isPresent() ? held : lock(number);
	}

	/** A case, if it is held already. */
	Optional<HeldCase> find(String number) {
		return TransactionSynchronizationManager.isSynchronizationActive()
				? Optional.ofNullable(ofTransaction().get(number)) : Optional.empty();
	}

	/** The row was changed: it is read again when it is wanted. */
	void changed(String number) {
		find(number).ifPresent((held) -> held.file(null));
	}

	private Optional<HeldCase> lock(String number) {
		Optional<HeldCase> locked = this.jdbc.sql("""
				select id, revision, data_hash, log_place, log_hash from case_file where number = :number for update
				""")
			.param("number", number)
			.query((row, index) -> new HeldCase(row.getObject("id", UUID.class), number, row.getInt("revision"),
					row.getString("data_hash"), row.getInt("log_place"), row.getString("log_hash")))
			.optional();
		if (TransactionSynchronizationManager.isSynchronizationActive()) {
			locked.ifPresent((held) -> ofTransaction().put(number, held));
		}
		return locked;
	}

	/** Writes where log and data of a case end now: with the commit, if there is one. */
	void ended(HeldCase held) {
		if (TransactionSynchronizationManager.isSynchronizationActive() && !held.late()) {
			held.unwritten(true);
		}
		else {
			write(held);
		}
	}

	private void write(HeldCase held) {
		held.unwritten(false);
		this.jdbc.sql("""
				update case_file set revision = :revision, data_hash = :data, log_place = :place, log_hash = :hash
				where id = :id
				""")
			.param("revision", held.revision())
			.param("data", held.dataHash())
			.param("place", held.place())
			.param("hash", held.logHash())
			.param("id", held.id())
			.update();
	}

	@SuppressWarnings("unchecked")
	private Map<String, HeldCase> ofTransaction() {
		var held = (Map<String, HeldCase>) TransactionSynchronizationManager.getResource(this);
		if (held == null) {
			held = new HashMap<>();
			TransactionSynchronizationManager.bindResource(this, held);
			TransactionSynchronizationManager.registerSynchronization(new Ending(held));
		}
		return held;
	}

	private final class Ending implements TransactionSynchronization {

		private final Map<String, HeldCase> held;

		Ending(Map<String, HeldCase> held) {
			this.held = held;
		}

		@Override
		public void suspend() {
			TransactionSynchronizationManager.unbindResource(HeldCases.this);
		}

		@Override
		public void resume() {
			TransactionSynchronizationManager.bindResource(HeldCases.this, this.held);
		}

		@Override
		public void beforeCommit(boolean readOnly) {
			this.held.values().stream().filter(HeldCase::unwritten).forEach(HeldCases.this::write);
			this.held.values().forEach(HeldCase::close);
		}

		@Override
		public void afterCompletion(int status) {
			TransactionSynchronizationManager.unbindResourceIfPossible(HeldCases.this);
		}

	}

}
