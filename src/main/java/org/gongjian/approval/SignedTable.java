package org.gongjian.approval;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.gongjian.shared.ReadOnce;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who signed, as {@code work_item} has it, and who is not asked again. */
@Repository
class SignedTable {

	private final JdbcClient jdbc;

	SignedTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The votes of the last opening of a step, in the order they were cast. */
	List<WorkItem> last(String caseNumber, String step) {
		return this.jdbc.sql("""
				select body from work_item where case_number = :case and step = :step and state = 'DONE'
				order by created_at desc, id fetch first 1 rows only
				""")
			.param("case", caseNumber)
			.param("step", step)
			.query(String.class)
			.optional()
			.map((body) -> in(caseNumber, body))
			.orElse(List.of());
	}

	/** The votes of one opening of a node, in the order they were cast. */
	List<WorkItem> in(String caseNumber, String body) {
		return this.jdbc
			.sql("""
					select * from work_item
					where case_number = :case and body = :body and state = 'DONE' and part = 'MEMBER' and decision <> 'RETURN'
					order by decided_at, id
					""")
			.param("case", caseNumber)
			.param("body", body)
			.query((row, index) -> WorkRows.item(row))
			.list();
	}

	/** Who decided steps of a case that were reviews, other than the step asked for. */
	Set<String> reviewers(String caseNumber, String otherThanStep) {
		return people(caseNumber, (signature) -> signature.review() && !signature.step().equals(otherThanStep));
	}

	/** Who decided any of these steps of a case. */
	Set<String> deciders(String caseNumber, Collection<String> steps) {
		return people(caseNumber, (signature) -> steps.contains(signature.step()));
	}

	/** Those who decided, and those for whom they did. */
	private Set<String> people(String caseNumber, Predicate<Signature> which) {
		return ReadOnce.of(Signature.class, caseNumber, () -> all(caseNumber))
			.stream()
			.filter(which)
			.flatMap((signature) -> Stream.of(signature.decidedBy(), signature.actedFor()))
			.filter(Objects::nonNull)
			.collect(Collectors.toUnmodifiableSet());
	}

	private List<Signature> all(String caseNumber) {
		return this.jdbc.sql("""
				select step, review, decided_by, acted_for from work_item where case_number = :case and state = 'DONE'
				""").param("case", caseNumber).query((row, index) -> Signature.of(row)).list();
	}

	/** Somebody will not be asked for a task again. */
	void exclude(String id, String username, String reason) {
		this.jdbc.sql("insert into work_excluded (task_id, username, reason) values (:id, :user, :reason)")
			.param("id", id)
			.param("user", username)
			.param("reason", reason)
			.update();
	}

	/** Who is not asked for a task any more. */
	Set<String> excluded(String id) {
		if (!Marks.of(id).excluded()) {
			return Set.of();
		}
		return Set.copyOf(this.jdbc.sql("select username from work_excluded where task_id = :id")
			.param("id", id)
			.query(String.class)
			.list());
	}

}
