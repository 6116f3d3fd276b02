package org.gongjian.casefile;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was answered in many cases at once, for lists. */
@Component
@Transactional(readOnly = true)
public class CaseAnswers {

	private final JdbcClient jdbc;

	private final Content content;

	CaseAnswers(JdbcClient jdbc, Content content) {
		this.jdbc = jdbc;
		this.content = content;
	}

	/**
	 * The data of some cases by number, in one statement. Whether the reader may see the
	 * cases is the caller's to know.
	 */
	public Map<String, Map<String, Object>> of(Collection<String> numbers) {
		Map<String, Map<String, String>> rows = new LinkedHashMap<>();
		if (!numbers.isEmpty()) {
			this.jdbc.sql("""
					select file.number, field.name, field.content from case_field field
					join case_file file on file.id = field.case_id
					where file.number in (:numbers) order by file.number, field.name
					""").param("numbers", numbers).query((row) -> {
				rows.computeIfAbsent(row.getString("number"), (number) -> new LinkedHashMap<>())
					.put(row.getString("name"), row.getString("content"));
			});
		}
		Map<String, Map<String, Object>> answers = new LinkedHashMap<>();
		rows.forEach((number, fields) -> answers.put(number, this.content.nest(fields)));
		return answers;
	}

}
