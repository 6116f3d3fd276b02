package org.gongjian.insight;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.gongjian.insight.Basis.Sort;
import org.gongjian.insight.Basis.Unit;

/** What the figures about pairings and activities are computed from. */
final class Bases {

	/** How many days lie between two moments. */
	static final String DAYS = "(extract(epoch from %s) - extract(epoch from %s)) / 86400";

	private static final String NAMES_A = "org_a";

	private static final String NAMES_B = "org_b";

	private static final String PAIR_OF = " (cast(:org as varchar(20)) is null or p.government_org = :org"
			+ " or p.enterprise_org = :org) ";

	private static final String ACTIVITY_OF = " (cast(:org as varchar(20)) is null or a.id in (select o.activity"
			+ " from activity_organisation o where o.organisation = :org)) ";

	/**
	 * From the proposal to the day a pairing is in force; renewals wait for their day.
	 */
	static final Basis PAIRING_DAYS = pairing("pairing-days", Sort.MEDIAN, Unit.DAYS).at("p.in_force_on", true)
		.with("amount",
				"extract(epoch from cast(p.in_force_on as timestamp)) / 86400"
						+ " - floor((extract(epoch from p.proposed_at) + 28800) / 86400)")
		.from("pairing p where p.in_force_on >= :since and p.case_number is not null and not p.renewal and" + PAIR_OF);

	/** Approved without having been sent back by anybody. */
	static final Basis PAIRING_FIRST_GO = pairing("pairing-first-go", Sort.SHARE, Unit.NONE).at("p.approved_on", true)
		.with("hit",
				"case when p.case_number in (select w.case_number from work_item w"
						+ " where w.decision in ('RETURN', 'PROPOSE_CHANGES')) then 0 else 1 end")
		.from("pairing p where p.approved_on >= :since and p.case_number is not null and" + PAIR_OF);

	/** Approved by way of exception. */
	static final Basis PAIRING_WAIVERS = pairing("pairing-waivers", Sort.COUNT, Unit.NONE).at("p.approved_on", true)
		.from("pairing p where p.approved_on >= :since and p.waiver and" + PAIR_OF);

	/** The term ran out, and the pair that follows was approved before. */
	static final Basis PAIRING_RENEWED = pairing("pairing-renewed", Sort.SHARE, Unit.NONE).at("p.term_end", true)
		.with("hit", "case when s.approved_on <= p.term_end then 1 else 0 end")
		.from("""
				pairing p left join pairing s on s.predecessor = p.id and s.renewal and s.approved_on is not null
				  and s.status in ('APPROVED', 'IN_FORCE', 'SUSPENDED', 'EXPIRING', 'EXPIRED', 'RENEWED', 'TERMINATED')
				where p.term_end >= :since and p.term_end < :today and p.in_force_on is not null
				  and (p.ended_reason is null or p.ended_reason in ('EXPIRY', 'RENEWED')) and""" + PAIR_OF);

	/** From the proposal to being published, by who approves. */
	static final Basis ACTIVITY_DAYS = activity("activity-days", Sort.MEDIAN, Unit.DAYS).at("a.published_at", false)
		.with("amount", DAYS.formatted("a.published_at", "a.proposed_at"))
		.by("a.approval_level", List.of("BRANCH", "DEPT", "LEADER"))
		.from("activity a where a.published_at >= :sinceAt and" + ACTIVITY_OF);

	/** Recorded in time; a record that never came is not. */
	static final Basis ACTIVITY_RECORDS = activity("activity-records", Sort.SHARE, Unit.NONE).at("a.ends_at", false)
		.with("hit", "case when w.done <= w.due then 1 else 0 end")
		.from("""
				activity a left join (select case_number, min(decided_at) as done, min(due_at) as due from work_item
				  where process = 'activity-proposal' and step = 'task-record' and state = 'DONE' group by case_number) w
				  on w.case_number = a.case_number
				where a.ends_at >= :sinceAt and a.number is not null
				  and (w.done is not null or a.status = 'NOT_EVIDENCED') and"""
				+ ACTIVITY_OF);

	/** How many of the members who were to come came. */
	static final Basis ACTIVITY_ATTENDANCE = held("activity-attendance", Sort.MEAN, Unit.PERCENT)
		.with("amount", "a.attendance_rate")
		.from("activity a where a.confirmed_on >= :since and a.attendance_rate is not null and" + ACTIVITY_OF);

	/** What an activity cost, for everybody who came. */
	static final Basis ACTIVITY_COST = held("activity-cost", Sort.MEAN, Unit.MONEY).with("amount", "a.actual_cost")
		.with("weight", "coalesce(a.attended, a.participants)")
		.from("activity a where a.confirmed_on >= :since and a.actual_cost is not null"
				+ " and coalesce(a.attended, a.participants) > 0 and" + ACTIVITY_OF);

	/** What the co-hosts gave. */
	static final Basis ACTIVITY_SCORE = held("activity-score", Sort.MEAN, Unit.POINTS).with("amount", "a.score")
		.from("activity a where a.confirmed_on >= :since and a.score is not null and" + ACTIVITY_OF);

	/** Held to solve problems, and not for the ceremony alone. */
	static final Basis ACTIVITY_APPEAL = held("activity-appeal", Sort.SHARE, Unit.NONE)
		.with("hit", "case when ',' || replace(a.pillar, ' ', '') || ',' like '%,APPEAL,%' then 1 else 0 end")
		.from("activity a where a.confirmed_on >= :since and" + ACTIVITY_OF);

	private static final Map<String, Basis> ALL = Stream
		.of(List.of(PAIRING_DAYS, PAIRING_FIRST_GO, PAIRING_WAIVERS, PAIRING_RENEWED, ACTIVITY_DAYS, ACTIVITY_RECORDS,
				ACTIVITY_ATTENDANCE, ACTIVITY_COST, ACTIVITY_SCORE, ACTIVITY_APPEAL), MoreBases.ALL)
		.flatMap(List::stream)
		.collect(Collectors.toMap(Basis::code, Function.identity()));

	private Bases() {
	}

	/** The basis of a name, or {@code null}. */
	static Basis named(String code) {
		return ALL.get(code);
	}

	private static Basis pairing(String code, Sort sort, Unit unit) {
		return Basis.of(code, sort, unit, "/pairings/")
			.with("id", "p.id")
			.with("number", "p.number")
			.with(NAMES_A, "p.government_org")
			.with(NAMES_B, "p.enterprise_org");
	}

	private static Basis activity(String code, Sort sort, Unit unit) {
		return Basis.of(code, sort, unit, "/activities/")
			.with("id", "a.id")
			.with("number", "a.number")
			.with("title", "a.title")
			.with("title_en", "a.title_en");
	}

	private static Basis held(String code, Sort sort, Unit unit) {
		return activity(code, sort, unit).at("a.confirmed_on", true);
	}

}
