package org.gongjian.engine;

import java.time.Instant;
import java.util.Set;

import org.gongjian.shared.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Processes of which no case begins any more; those that run go on to their end. */
@Repository
public class Retired {

	private final JdbcClient jdbc;

	Retired(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Whether no case of a process begins any more. */
	public boolean is(String process) {
		return all().contains(process);
	}

	/** All of them. */
	public Set<String> all() {
		return Set.copyOf(this.jdbc.sql("select process from process_retired").query(String.class).list());
	}

	/** From now on no case of a process begins. */
	public void retire(String process, String by, Instant at) {
		this.jdbc.sql("""
				insert into process_retired (process, retired_by, retired_at)
				select :process, :by, :at where not exists (select 1 from process_retired where process = :process)
				""").param("process", process).param("by", by).param("at", Moments.stored(at)).update();
	}

	/** Cases of a process can begin again. */
	public void revive(String process) {
		this.jdbc.sql("delete from process_retired where process = :process").param("process", process).update();
	}

}
