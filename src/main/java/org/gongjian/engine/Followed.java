package org.gongjian.engine;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Says what the engine has done since a decision, as it has written it: its own queries
 * cost as much as the decision itself, and are asked after each of them.
 */
@Component
public class Followed {

	/** What may have an effect that a return does not undo. */
	private static final Set<String> STEPS = Set.of("serviceTask", "sendTask", "businessRuleTask", "callActivity",
			"intermediateMessageThrowEvent", "messageEndEvent");

	private static final String STILL = """
			(select count(*) from ACT_HI_ACTINST where ID_ = :body and END_TIME_ is null)
			  + (select count(*) from ACT_RU_EXECUTION where ID_ = :body)
			""";

	private final JdbcClient jdbc;

	Followed(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Whether an opening of a node still runs. A node that asks one person once is an
	 * opening of the scope around it, and that may be the whole instance.
	 */
	public boolean isOpen(String body) {
		return this.jdbc.sql("select " + STILL).param("body", body).query(Integer.class).single() > 0;
	}

	/** What became of an opening of a node after a decision in it. */
	public Since since(String body, String caseNumber, Instant decided) {
		return this.jdbc.sql("select " + STILL + """
				 as still, (select count(*) from ACT_HI_ACTINST step
				   where step.START_TIME_ >= :since and step.ACT_TYPE_ in (:steps) and step.PROC_INST_ID_ in (
				     select e.PROC_INST_ID_ from ACT_RU_EXECUTION e
				     where e.BUSINESS_KEY_ = :case and e.PARENT_ID_ is null)) as steps
				""")
			.param("body", body)
			.param("since", Timestamp.from(decided.minusMillis(1)))
			.param("steps", STEPS)
			.param("case", caseNumber)
			.query((row, index) -> new Since(row.getInt("still") > 0, row.getInt("steps") > 0))
			.single();
	}

	/**
	 * What became of an opening of a node.
	 *
	 * @param open whether it still runs
	 * @param step whether a system block of the case ran at or after the decision
	 */
	public record Since(boolean open, boolean step) {
	}

}
