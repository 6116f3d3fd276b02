package org.gongjian.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the variables of a case as the engine has written them: one statement where the
 * engine takes four for each instance. Only plain values are ever written
 * ({@link Scalars}).
 */
@Repository
class FactTable {

	private final JdbcClient jdbc;

	FactTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The variables of all instances of a case; those of its own instance win. */
	Map<String, Object> of(String caseNumber) {
		Map<String, Object> facts = new HashMap<>();
		this.jdbc.sql("""
				select v.NAME_, v.TYPE_, v.TEXT_, v.LONG_, v.DOUBLE_
				from ACT_RU_EXECUTION e join ACT_RU_VARIABLE v on v.EXECUTION_ID_ = e.ID_
				where e.BUSINESS_KEY_ = :case and e.PARENT_ID_ is null and v.TASK_ID_ is null
				order by case when e.ID_ = e.ROOT_PROC_INST_ID_ then 1 else 0 end, e.ID_ desc
				""").param("case", caseNumber).query((row) -> {
			facts.put(row.getString("NAME_"), value(row));
		});
		return facts;
	}

	private static Object value(ResultSet row) throws SQLException {
		String type = row.getString("TYPE_");
		long number = row.getLong("LONG_");
		return switch (type) {
			case "null" -> null;
			case "string" -> row.getString("TEXT_");
			case "boolean" -> number == 1;
			case "integer" -> (int) number;
			case "long" -> number;
			case "double" -> row.getDouble("DOUBLE_");
			case "date" -> new Date(number);
			default -> throw new IllegalStateException("a variable of type " + type);
		};
	}

}
