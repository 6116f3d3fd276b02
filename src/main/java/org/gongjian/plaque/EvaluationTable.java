package org.gongjian.plaque;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.gongjian.pairing.Measured;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code evaluation} and {@code evaluation_score}. */
@Repository
class EvaluationTable {

	private final JdbcClient jdbc;

	EvaluationTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(Evaluation one, String searchKey) {
		this.jdbc
			.sql("""
					insert into evaluation (id, pairing, government_org, enterprise_org, search_key, evaluation_year, kind,
					  organisation, case_number, bonus, deduction, total, band, grade, violation, activities, remark, reviewers,
					  evaluated_at, version)
					values (:id, :pairing, :gov, :ent, :key, :year, :kind, :organisation, :case, :bonus, :deduction, :total, :band,
					  :grade, :violation, :activities, :remark, :reviewers, :at, 0)
					""")
			.param("id", one.id())
			.param("pairing", one.pairing())
			.param("gov", one.governmentOrg())
			.param("ent", one.enterpriseOrg())
			.param("key", searchKey)
			.param("year", one.year())
			.param("kind", one.kind())
			.param("organisation", one.organisation())
			.param("case", one.caseNumber())
			.param("bonus", one.bonus())
			.param("deduction", one.deduction())
			.param("total", one.total())
			.param("band", one.band().name())
			.param("grade", one.grade().name())
			.param("violation", one.violation())
			.param("activities", one.activities())
			.param("remark", one.remark())
			.param("reviewers", one.reviewers())
			.param("at", OffsetDateTime.ofInstant(one.at(), ZoneOffset.UTC))
			.update();
	}

	/** A case that is reviewed once more replaces what it said before. */
	void forget(String caseNumber) {
		this.jdbc.sql("""
				delete from evaluation_score where evaluation in (select id from evaluation where case_number = :case)
				""").param("case", caseNumber).update();
		this.jdbc.sql("delete from evaluation where case_number = :case").param("case", caseNumber).update();
	}

	void insert(UUID evaluation, Evaluation.Score score) {
		this.jdbc.sql("""
				insert into evaluation_score (evaluation, criterion, weight, computed, points, reason)
				values (:evaluation, :criterion, :weight, :computed, :points, :reason)
				""")
			.param("evaluation", evaluation)
			.param("criterion", score.criterion().name())
			.param("weight", score.weight())
			.param("computed", score.computed())
			.param("points", score.points())
			.param("reason", score.reason())
			.update();
	}

	Optional<Evaluation> find(UUID id) {
		return this.jdbc.sql("select * from evaluation where id = :id")
			.param("id", id)
			.query(EvaluationTable::map)
			.optional();
	}

	List<Evaluation.Score> scores(UUID evaluation) {
		return this.jdbc.sql("select * from evaluation_score where evaluation = :evaluation")
			.param("evaluation", evaluation)
			.query((row, number) -> new Evaluation.Score(Measured.Criterion.valueOf(row.getString("criterion")),
					row.getInt("weight"), row.getBigDecimal("computed"), row.getBigDecimal("points"),
					row.getString("reason")))
			.list();
	}

	/** Those of a pairing, newest first. */
	List<Evaluation> ofPairing(String pairing) {
		return this.jdbc.sql("""
				select * from evaluation where pairing = :pairing order by evaluation_year desc, evaluated_at desc
				""").param("pairing", pairing).query(EvaluationTable::map).list();
	}

	/** The annual ones of a year, best first; their rows are locked. */
	List<Evaluation> ofYear(int year) {
		return this.jdbc.sql("""
				select * from evaluation where evaluation_year = :year and kind = 'ANNUAL'
				order by total desc, evaluated_at, id for update
				""").param("year", year).query(EvaluationTable::map).list();
	}

	void grade(UUID id, Evaluation.Grade grade) {
		this.jdbc.sql("update evaluation set grade = :grade, version = version + 1 where id = :id")
			.param("grade", grade.name())
			.param("id", id)
			.update();
	}

	/**
	 * A page, newest first.
	 * @param organisations whose may be seen; everybody's when {@code all}
	 * @param before the last row of the page before
	 */
	List<Evaluation> page(EvaluationFilter filter, boolean all, Collection<String> organisations,
			EvaluationFilter.After before, int limit) {
		return this.jdbc.sql("""
				select * from evaluation
				where (evaluation_year, evaluated_at, id) < (:year, :at, :id) and search_key like :pattern escape '!'
				  and (:anyYear = 0 or evaluation_year = :anyYear) and (:grade = '' or grade = :grade)
				  and (:all or government_org in (:organisations) or enterprise_org in (:organisations))
				order by evaluation_year desc, evaluated_at desc, id desc
				limit :limit
				""")
			.param("year", before.year())
			.param("at", OffsetDateTime.ofInstant(before.at(), ZoneOffset.UTC))
			.param("id", before.id())
			.param("pattern", References.pattern(filter.text()))
			.param("anyYear", (filter.year() == null) ? 0 : filter.year())
			.param("grade", (filter.grade() == null) ? "" : filter.grade().name())
			.param("all", all)
			.param("organisations", organisations.isEmpty() ? List.of("-") : organisations)
			.param("limit", limit)
			.query(EvaluationTable::map)
			.list();
	}

	private static Evaluation map(ResultSet row, int number) throws SQLException {
		return new Evaluation(row.getObject("id", UUID.class), row.getString("pairing"),
				row.getString("government_org"), row.getString("enterprise_org"), row.getInt("evaluation_year"),
				row.getString("kind"), row.getString("organisation"), row.getString("case_number"),
				row.getBigDecimal("bonus"), row.getBigDecimal("deduction"), row.getBigDecimal("total"),
				Evaluation.Grade.valueOf(row.getString("band")), Evaluation.Grade.valueOf(row.getString("grade")),
				row.getString("violation"), row.getObject("activities", Integer.class), row.getString("remark"),
				row.getString("reviewers"), row.getObject("evaluated_at", OffsetDateTime.class).toInstant());
	}

}
