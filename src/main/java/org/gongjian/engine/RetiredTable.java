package org.gongjian.engine;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

import org.gongjian.shared.Moments;
import org.gongjian.shared.OneRow;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code process_retired}. */
@Repository
class RetiredTable implements Retired {

	private final JdbcClient jdbc;

	RetiredTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public boolean is(String process) {
		return all().contains(process);
	}

	private Set<String> all() {
		return Set.copyOf(this.jdbc.sql("select process from process_retired").query(String.class).list());
	}

	@Override
	public void retire(String process, String by, Instant at) {
		OneRow.insert(this.jdbc, "process_retired", Map.of("process", process),
				Map.of("retired_by", by, "retired_at", Moments.stored(at)));
	}

	@Override
	public void revive(String process) {
		this.jdbc.sql("delete from process_retired where process = :process").param("process", process).update();
	}

}
