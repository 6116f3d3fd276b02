package org.gongjian.inbox;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The words cases are found by. */
@Repository
class WordTable {

	private static final int AT_ONCE = 200;

	private final JdbcClient jdbc;

	WordTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Replaces what one part of a case is found by. */
	void put(String caseNumber, String source, Collection<String> words) {
		this.jdbc.sql("delete from case_word where case_number = :case and source = :source")
			.param("case", caseNumber)
			.param("source", source)
			.update();
		add(caseNumber, source, List.copyOf(words));
	}

	private void add(String caseNumber, String source, List<String> words) {
		for (int from = 0; from < words.size(); from += AT_ONCE) {
			List<String> some = words.subList(from, Math.min(words.size(), from + AT_ONCE));
			String rows = "(?, ?, ?), ".repeat(some.size() - 1) + "(?, ?, ?)";
			var insert = this.jdbc.sql("insert into case_word (case_number, source, token) values " + rows);
			for (String word : some) {
				insert = insert.param(caseNumber).param(source).param(word.getBytes(StandardCharsets.UTF_8));
			}
			insert.update();
		}
	}

	/** Forgets every part whose name begins so. */
	void drop(String caseNumber, String sources) {
		this.jdbc.sql("delete from case_word where case_number = :case and source like :sources")
			.param("case", caseNumber)
			.param("sources", sources + "%")
			.update();
	}

	/**
	 * Cases that cannot be found yet, from before there was an index, in the order of
	 * their numbers. Those up to a number are not looked at again.
	 */
	List<String> unknown(String after, int most) {
		return this.jdbc.sql("""
				select f.number from case_file f
				where f.number > :after
				and not exists (select 1 from case_word x where x.case_number = f.number)
				order by f.number fetch first :most rows only
				""").param("after", after).param("most", most).query(String.class).list();
	}

}
