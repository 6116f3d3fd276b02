package org.gongjian.insight;

import java.util.List;

import org.gongjian.insight.Basis.Sort;
import org.gongjian.insight.Basis.Unit;

/** What the figures about problems and plaques are computed from. */
final class MoreBases {

	private static final String PLAQUE_OF = " (cast(:org as varchar(20)) is null or k.organisation = :org) ";

	/** From being registered to being closed with an answer, by severity. */
	static final Basis PROBLEM_DAYS = problem("problem-days", Sort.MEDIAN, Unit.DAYS).at("q.closed_at", false)
		.with("amount", Bases.DAYS.formatted("q.closed_at", "q.registered_at"))
		.by("q.severity", List.of("S1", "S2", "S3", "S4", "S5"))
		.from("problem q where q.closed_at >= :sinceAt and state in ('CLOSED_RESOLVED', 'CLOSED_EXPLAINED') and"
				+ InsightProblems.OF);

	/** How high a problem ever went. */
	static final Basis PROBLEM_LEVELS = problem("problem-levels", Sort.COUNT, Unit.NONE).at("q.registered_at", false)
		.by("q.highest", List.of("L1", "L2", "L3", "L4", "L5"))
		.from("problem q where q.registered_at >= :sinceAt and" + InsightProblems.OF);

	/** The handler says that it is solved, and the visitor hears that it is not. */
	static final Basis PROBLEM_CONTRADICTED = problem("problem-contradicted", Sort.SHARE, Unit.NONE)
		.at("v.visited_at", false)
		.with("id", "v.id")
		.with("hit", "case when v.result = 'NOT_CONFIRMED' then 1 else 0 end")
		.from("return_visit v join problem q on q.case_number = v.case_number"
				+ " where v.visited_at >= :sinceAt and v.result in ('CONFIRMED', 'NOT_CONFIRMED') and"
				+ InsightProblems.OF);

	/** How long parked problems have been parked. */
	static final Basis PROBLEM_PARKED = problem("problem-parked", Sort.MEDIAN, Unit.DAYS).at("k.parked_at", false)
		.with("id", "k.id")
		.with("amount", Bases.DAYS.formatted("cast(:now as timestamp with time zone)", "k.parked_at"))
		.from("problem_parking k join problem q on q.case_number = k.case_number"
				+ " where k.ended_at is null and q.state = 'PARKED' and" + InsightProblems.OF);

	/** From the approval to hanging on the wall. */
	static final Basis PLAQUE_DAYS = plaque("plaque-days", Sort.MEDIAN, Unit.DAYS).at("k.hung_on", true)
		.with("amount",
				"extract(epoch from cast(k.hung_on as timestamp)) / 86400"
						+ " - floor((extract(epoch from k.approved_at) + 28800) / 86400)")
		.from("plaque k where k.hung_on >= :since and k.approved_at is not null and" + PLAQUE_OF);

	/** Handed over, and shown hanging. */
	static final Basis PLAQUE_PROOFS = plaque("plaque-proofs", Sort.SHARE, Unit.NONE).at("k.handed_on", true)
		.with("hit", "case when k.hung_on is not null then 1 else 0 end")
		.from("plaque k where k.handed_on >= :since and" + PLAQUE_OF);

	/** What a plaque costs. */
	static final Basis PLAQUE_COST = plaque("plaque-cost", Sort.MEAN, Unit.MONEY).at("k.approved_at", false)
		.with("amount", "k.cost")
		.from("plaque k where k.approved_at >= :sinceAt and k.cost is not null and k.state <> 'VOID' and" + PLAQUE_OF);

	/** What hung there was not what the ledger says. */
	static final Basis PLAQUE_WALL = plaque("plaque-wall", Sort.SHARE, Unit.NONE).at("c.checked_on", true)
		.with("id", "c.id")
		.with("hit", "case when c.found <> 'HANGING' then 1 else 0 end")
		.from("wall_check c join plaque k on k.number = c.plaque where c.checked_on >= :since and" + PLAQUE_OF);

	/** Put right within the time given. */
	static final Basis PLAQUE_RECTIFIED = Basis.of("plaque-rectified", Sort.SHARE, Unit.NONE, "/cases/")
		.at("k.closed_at", false)
		.with("id", "k.id")
		.with("number", "k.case_number")
		.with("org_a", "k.organisation")
		.with("hit", "case when k.outcome = 'KEPT' then 1 else 0 end")
		.from("plaque_measure k where k.closed_at >= :sinceAt and k.kind = 'RECTIFY' and" + PLAQUE_OF);

	/**
	 * Objections that were settled; told of the zone only, as those objected to are not
	 * told who objected.
	 */
	static final Basis OBJECTIONS = Basis.of("objections-upheld", Sort.SHARE, Unit.NONE, "/cases/")
		.at("j.settled_at", false)
		.with("id", "j.id")
		.with("number", "n.case_number")
		.with("org_a", "j.organisation")
		.with("hit", "case when j.state = 'UPHELD' then 1 else 0 end")
		.from("objection j join public_notice n on n.id = j.notice"
				+ " where j.settled_at >= :sinceAt and cast(:org as varchar(20)) is null ");

	static final List<Basis> ALL = List.of(PROBLEM_DAYS, PROBLEM_LEVELS, PROBLEM_CONTRADICTED, PROBLEM_PARKED,
			PLAQUE_DAYS, PLAQUE_PROOFS, PLAQUE_COST, PLAQUE_WALL, PLAQUE_RECTIFIED, OBJECTIONS);

	private MoreBases() {
	}

	private static Basis problem(String code, Sort sort, Unit unit) {
		return Basis.of(code, sort, unit, "/problems/")
			.with("id", "q.case_number")
			.with("number", "q.case_number")
			.with("title", "q.title")
			.with("org_a", "q.reporter_org");
	}

	private static Basis plaque(String code, Sort sort, Unit unit) {
		return Basis.of(code, sort, unit, "/plaques/")
			.with("id", "k.id")
			.with("number", "k.number")
			.with("org_a", "k.organisation");
	}

}
