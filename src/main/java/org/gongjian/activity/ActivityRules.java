package org.gongjian.activity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.gongjian.casefile.CaseValues;
import org.gongjian.engine.Rules;
import org.gongjian.organisation.Parameters;
import org.springframework.stereotype.Component;

/**
 * Asks the tables of the process: risk, route, reviews, expense standards, weight of a
 * change. Their thresholds are parameters.
 */
@Component
class ActivityRules {

	static final String PROHIBITED = "PROHIBITED";

	private static final Set<String> PUBLIC_MONEY = Set.of("PARTY_FEE", "OFFICE_FUND");

	private static final int HALF_DAY_HOURS = 4;

	private static final Duration LONGEST = Duration.ofDays(2);

	private static final String NONE = "NONE";

	private final Rules rules;

	private final Parameters parameters;

	ActivityRules(Rules rules, Parameters parameters) {
		this.rules = rules;
		this.parameters = parameters;
	}

	/** How risky an activity is, and why. */
	Risk risk(CaseValues data) {
		var facts = new HashMap<String, Object>();
		List<String> benefits = data.texts("benefitsFromEnterprise");
		facts.put("giftOrFee", benefits.contains("GIFT") || benefits.contains("FEE"));
		facts.put("entertainmentVenue", data.flag("entertainmentVenue"));
		facts.put("publicEvent", data.flag("publicEvent"));
		facts.put("participants", data.number("expectedParticipants"));
		facts.put("minors", data.flag("minorsInvolved"));
		facts.put("food", (data.text("foodProvided") == null) ? NONE : data.text("foodProvided"));
		facts.put("placeKind", String.valueOf(data.text("placeKind")));
		facts.put("hiredVehicles", "HIRED".equals(data.text("vehicles")) ? data.number("vehicleCount") : 0);
		facts.put("permitFrom", this.parameters.number("activity.publicPermitFrom"));
		facts.put("highFrom", this.parameters.number("activity.highParticipants"));
		facts.put("mediumFrom", this.parameters.number("activity.mediumParticipants"));
		facts.put("highVehicles", this.parameters.number("activity.highVehicles"));
		Map<String, Object> hit = this.rules.ask("activity-risk", facts).get(0);
		return new Risk((String) hit.get("risk"), (String) hit.get("reason"));
	}

	/** At which level it is approved: NONE, BRANCH, DEPT or LEADER. */
	String level(CaseValues data, String risk) {
		var facts = new HashMap<String, Object>();
		facts.put("risk", risk);
		facts.put("budget", budget(data).doubleValue());
		facts.put("special", "OUT_OF_PROVINCE".equals(data.text("placeKind")) || data.flag("zoneLeaders")
				|| "EXTERNAL".equals(data.text("publicityPlan")) || isLong(data));
		facts.put("unplanned", data.text("planRow") == null);
		facts.put("benefits", benefits(data));
		facts.put("branchLimit", this.parameters.number("activity.budget.branch"));
		facts.put("deptLimit", this.parameters.number("activity.budget.dept"));
		return (String) this.rules.ask("activity-route", facts).get(0).get("level");
	}

	/** Whether it takes longer than two days. */
	static boolean isLong(CaseValues data) {
		return Duration.between(data.moment("start"), data.moment("end")).compareTo(LONGEST) > 0;
	}

	private static boolean benefits(CaseValues data) {
		return data.texts("benefitsFromEnterprise").stream().anyMatch((benefit) -> !benefit.equals(NONE));
	}

	private static BigDecimal budget(CaseValues data) {
		return new Budget(data.rows("budget")).total();
	}

	/** Which reviews it needs: SAFETY, FINANCE, INTEGRITY. */
	Set<String> reviews(CaseValues data, String risk, String level) {
		var facts = new HashMap<String, Object>();
		facts.put("risk", risk);
		facts.put("budget", budget(data).doubleValue());
		facts.put("publicMoney",
				budget(data).signum() > 0 && PUBLIC_MONEY.contains(String.valueOf(data.text("fundingSource"))));
		facts.put("benefits", benefits(data));
		facts.put("level", level);
		facts.put("branchLimit", this.parameters.number("activity.budget.branch"));
		return this.rules.ask("activity-reviews", facts)
			.stream()
			.map((hit) -> (String) hit.get("review"))
			.collect(Collectors.toSet());
	}

	/**
	 * Which expense standards it exceeds.
	 * @param outOfTown out-of-town activities of its host this year, this one included
	 * @param outOfProvince those out of the province within two years, likewise
	 */
	List<String> expenses(CaseValues data, int outOfTown, int outOfProvince) {
		Budget budget = new Budget(data.rows("budget"));
		var facts = new HashMap<String, Object>();
		facts.put("meal", budget.highestPrice("MEAL").doubleValue());
		facts.put("venue", venue(budget, data).doubleValue());
		facts.put("coach", budget.highestPrice("VEHICLE").doubleValue());
		facts.put("cash", budget.total("ALLOWANCE").doubleValue());
		facts.put("outOfTown", outOfTown);
		facts.put("outOfProvince", outOfProvince);
		facts.put("giftsForOthers", budget.total("GIFT").signum() > 0 && data.text("giftsFor") == null);
		facts.put("mealLimit", this.parameters.number("activity.meal"));
		facts.put("venueLimit", this.parameters.number("activity.venue"));
		facts.put("coachLimit", this.parameters.number("activity.coach"));
		facts.put("outOfTownLimit", this.parameters.number("activity.outOfTownPerYear"));
		facts.put("outOfProvinceLimit", this.parameters.number("activity.outOfProvinceInTwoYears"));
		return this.rules.ask("activity-expense-standard", facts)
			.stream()
			.map((hit) -> (String) hit.get("warning"))
			.toList();
	}

	/** What the venue costs a person for half a day. */
	private static BigDecimal venue(Budget budget, CaseValues data) {
		long hours = Duration.between(data.moment("start"), data.moment("end")).toHours();
		long halfDays = Math.max(1, (hours + HALF_DAY_HOURS - 1) / HALF_DAY_HOURS);
		long people = Math.max(1, data.number("expectedParticipants"));
		return budget.total("VENUE").divide(BigDecimal.valueOf(halfDays * people), 2, RoundingMode.HALF_UP);
	}

	/** Whether a change of a published activity is MAJOR or MINOR. */
	String weight(Activity published, CaseValues data) {
		var facts = new HashMap<String, Object>();
		long shift = Math.abs(Duration.between(published.startsAt(), data.moment("start")).toDays());
		facts.put("shiftDays", (int) shift);
		facts.put("placeKindChanged", !String.valueOf(published.placeKind()).equals(data.text("placeKind")));
		facts.put("participantsGrowth",
				Budget
					.growth(BigDecimal.valueOf(published.participants()),
							BigDecimal.valueOf(data.number("expectedParticipants")))
					.doubleValue());
		facts.put("budgetGrowth", Budget.growth(published.budget(), budget(data)).doubleValue());
		facts.put("minorsAdded", data.flag("minorsInvolved") && !published.minors());
		facts.put("mostDays", this.parameters.number("activity.change.days"));
		facts.put("mostParticipants", this.parameters.number("activity.change.participants"));
		facts.put("mostBudget", this.parameters.number("activity.change.budget"));
		return (String) this.rules.ask("activity-change-weight", facts).get(0).get("weight");
	}

	/**
	 * A risk.
	 *
	 * @param risk PROHIBITED, HIGH, MED or LOW
	 * @param reason the code of the rule that said so
	 */
	record Risk(String risk, String reason) {

		/** Whether a safety plan is needed. */
		boolean needsPlan() {
			return this.risk.equals("MED") || this.risk.equals("HIGH");
		}

	}

}
