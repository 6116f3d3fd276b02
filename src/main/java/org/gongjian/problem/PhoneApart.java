package org.gongjian.problem;

import java.util.LinkedHashMap;
import java.util.Map;

import org.gongjian.approval.KeptApart;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Keeps the phone number of a reporter out of the case: there it stands masked, the
 * register takes it from the table {@code problem_contact}.
 */
@Repository
class PhoneApart implements KeptApart {

	private static final String FIELD = "reporterPhone";

	private final JdbcClient jdbc;

	PhoneApart(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public String process() {
		return Problem.PROCESS;
	}

	@Override
	public Map<String, Object> apart(String caseNumber, Map<String, Object> values) {
		Object phone = values.get(FIELD);
		if (phone == null) {
			return values;
		}
		this.jdbc.sql("insert into problem_contact (case_number, phone) values (:number, :phone)")
			.param("number", caseNumber)
			.param("phone", phone.toString())
			.update();
		var kept = new LinkedHashMap<>(values);
		kept.put(FIELD, Problem.masked(phone.toString()));
		return kept;
	}

	/** Hands the number over to the register; {@code null} if there is none. */
	String take(String caseNumber) {
		String phone = this.jdbc.sql("select phone from problem_contact where case_number = :number")
			.param("number", caseNumber)
			.query(String.class)
			.optional()
			.orElse(null);
		this.jdbc.sql("delete from problem_contact where case_number = :number").param("number", caseNumber).update();
		return phone;
	}

}
