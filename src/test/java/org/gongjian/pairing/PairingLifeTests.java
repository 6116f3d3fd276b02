package org.gongjian.pairing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongjian.identity.ActorSource;
import org.gongjian.organisation.OrganisationEnded;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotAllowed;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Overtaken;
import org.gongjian.shared.Violation;
import org.gongjian.support.HouseTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What becomes of a pairing once it is in force. */
@HouseTest
@RecordApplicationEvents
class PairingLifeTests {

	private static PairingHouse house;

	@Autowired
	private AutowireCapableBeanFactory beans;

	@Autowired
	private TermWatch terms;

	@Autowired
	private Changes changes;

	@Autowired
	private Watch watch;

	@Autowired
	private Items items;

	@Autowired
	private ActorSource actors;

	@Autowired
	private ApplicationEvents events;

	@Autowired
	private ApplicationEventPublisher publisher;

	private PairingStory story;

	private Pairings pairings;

	@BeforeEach
	void aTown() {
		if (house == null) {
			house = this.beans.createBean(PairingHouse.class);
		}
		this.story = house.story;
		this.pairings = house.pairings;
	}

	@AfterAll
	static void theTownIsLeft() {
		house.town.leave();
		house = null;
	}

	@Test
	void nearItsEndItIsExpiringAndAfterItsLastDayItHasExpiredOnce() {
		String number = this.story.inForce("PG1", house.enterprise(41));
		LocalDate today = this.story.today();
		term(number, today.plusDays(30));
		this.terms.look();
		assertThat(house.row(number).status()).isEqualTo(PairingStatus.EXPIRING);
		this.terms.look();
		Change renewal = this.changes.under(house.row(number)).orElseThrow();
		assertThat(renewal.type()).isEqualTo(RequestType.RENEW);
		assertThat(this.changes.of(house.row(number))).as("proposed once").containsExactly(renewal);
		assertThat(house.cases.get(renewal.caseNumber()).initiator()).isEqualTo("pg1.liaison");
		assertThat(this.story.openSteps(renewal.caseNumber())).containsExactly("task-counterpart-confirm");
		term(number, today);
		this.terms.look();
		assertThat(house.row(number).status()).as("on its last day").isEqualTo(PairingStatus.EXPIRING);
		term(number, today.minusDays(1));
		this.terms.look();
		this.terms.look();
		Pairing over = house.row(number);
		assertThat(over.status()).isEqualTo(PairingStatus.EXPIRED);
		assertThat(over.endedOn()).isEqualTo(today.minusDays(1));
		assertThat(this.pairings.items(over)).extracting(ListItem::status).containsOnly(ListItem.Status.DROPPED);
		assertThat(ended(over))
			.containsExactly(new PairingEnded(over.number(), "PG1", "PE41", PairingEnded.Reason.EXPIRY, List.of()));
	}

	@Test
	void listsThatLieStillAreAskedForOnceAQuarter() {
		String number = this.story.inForce("PG1", house.enterprise(60));
		this.terms.look();
		assertThat(stale(number)).as("they are fresh").isEmpty();
		LocalDate longAgo = this.story.today().minusDays(200);
		house.jdbc.sql("update pairing set in_force_on = :day where id = :id")
			.param("day", longAgo)
			.param("id", house.row(number).id())
			.update();
		this.terms.look();
		this.terms.look();
		Pairing pairing = house.row(number);
		assertThat(stale(number))
			.containsExactly(new ListsStale(pairing.number(), List.of("PG1", "PE60"), this.story.today()));
		assertThat(house.jdbc.sql("select organisation from follow_up where kind = 'LISTS' and source = :number")
			.param("number", pairing.number())
			.query(String.class)
			.list()).containsExactlyInAnyOrder("PG1", "PE60");
		house.jdbc.sql("update pairing set lists_asked_on = :day where id = :id")
			.param("day", longAgo)
			.param("id", pairing.id())
			.update();
		ListItem item = this.pairings.items(pairing).get(0);
		this.items.move(this.actors.actor("pg1.liaison"), pairing.number(), item.id(), 0, "DOING", "");
		this.terms.look();
		assertThat(stale(number)).as("somebody works on them").hasSize(1);
		reportsWhatAnActivityDid(pairing, item);
	}

	private void reportsWhatAnActivityDid(Pairing pairing, ListItem resource) {
		UUID deed = this.pairings.items(pairing)
			.stream()
			.filter((item) -> item.kind() == ListItem.Kind.PROJECT)
			.findFirst()
			.orElseThrow()
			.id();
		for (boolean done : List.of(false, true, false)) {
			this.publisher.publishEvent(new DeedsReported("HD-2026-0001", List.of(new DeedsReported.Deed(deed, done),
					new DeedsReported.Deed(resource.id(), true), new DeedsReported.Deed(new UUID(0, 0), true))));
		}
		Items.Opened opened = this.items.open(this.actors.actor("pg1.liaison"), pairing.number(), deed);
		assertThat(opened.item().status()).as("what is over stays").isEqualTo(ListItem.Status.DONE);
		assertThat(opened.progress()).extracting(ItemProgress::note).containsExactly("HD-2026-0001", "HD-2026-0001");
		assertThat(this.pairings.item(resource.id()).orElseThrow().item().status()).isEqualTo(ListItem.Status.DOING);
	}

	private List<ListsStale> stale(String caseNumber) {
		String number = house.row(caseNumber).number();
		return this.events.stream(ListsStale.class).filter((one) -> one.pairing().equals(number)).toList();
	}

	@Test
	void aRenewalFollowsTheOldTermWithoutAGap() {
		String number = this.story.inForce("PG1", house.enterprise(42));
		LocalDate last = this.story.today().plusDays(20);
		term(number, last);
		Pairing old = house.row(number);
		var data = change("RENEW", old);
		data.put("termStart", last.plusDays(2).toString());
		data.put("termEnd", last.plusYears(1).toString());
		refused(data, "pairing.violation.renewal-start");
		data.put("termStart", last.plusDays(1).toString());
		String renewal = this.story.propose("pg1.liaison", data);
		refused(data, "pairing.violation.change-open");
		this.story.accept(renewal, "PE42");
		this.story.resolve(renewal, "PG1");
		this.story.resolve(renewal, "PE42");
		assertThat(house.cases.data(renewal)).as("what is open of the old lists").containsKey("demandList");
		var agreement = this.story.agreement();
		agreement.put("annualPlan", plan(last.plusMonths(2)));
		this.story.decide("pg1.liaison", renewal, "task-draft-agreement", "COMPLETE", agreement);
		assertThat(this.story.openSteps(renewal)).as("no integrity check").containsExactly("task-officer-review");
		approved(renewal);
		this.story.sign(renewal, "PG1");
		this.story.sign(renewal, "PE42");
		assertThat(this.story.openSteps(renewal)).as("it waits for the old term").isEmpty();
		assertThat(house.row(number).status().paired()).isTrue();
		house.fire(renewal, "timer-term-begins");
		Pairing next = house.row(renewal);
		assertThat(next.status()).isEqualTo(PairingStatus.IN_FORCE);
		assertThat(next.number()).isNotEqualTo(old.number());
		assertThat(house.row(number).status()).isEqualTo(PairingStatus.RENEWED);
		assertThat(ended(old)).as("its plaques go on").isEmpty();
		assertThat(this.events.stream(PairingRenewed.class)).contains(new PairingRenewed(old.number(), next.number()));
		assertThat(this.pairings.inForce("PE42")).containsExactly(next);
	}

	@Test
	void aSmallAdjustmentTakesTheShortWayAndMakesAnAddendum() {
		String number = this.story.inForce("PG1", house.enterprise(43));
		Pairing before = house.row(number);
		refused(change("ADJUST", before), "pairing.violation.nothing-changes");
		var data = change("ADJUST", before);
		data.put("govLiaison", PairingTown.person("pg1.secretary"));
		data.put("demandList",
				List.of(Map.of("side", "ENTERPRISE", "category", "TALENT", "need", "招聘技能工人", "priority", "M")));
		data.put("projectList", List.of(Map.of("title", "校企对接", "ownerSide", "GOVERNMENT", "deliverable", "对接一次",
				"dueDate", this.story.today().plusMonths(3).toString(), "linkedDemand", 1)));
		String adjustment = this.story.propose("pg1.liaison", data);
		this.story.accept(adjustment, "PE43");
		assertThat(this.pairings.items(before)).as("not in force yet").hasSize(4);
		assertThat(this.story.openSteps(adjustment)).containsExactly("task-officer-review");
		this.story.decide("p.officer", adjustment, "task-officer-review", "APPROVE", Map.of());
		this.story.decide("p.head", adjustment, "task-head-review", "APPROVE", Map.of());
		Pairing after = house.row(number);
		assertThat(after.governmentLiaison()).hasToString(PairingTown.person("pg1.secretary"));
		assertThat(this.pairings.items(after)).hasSize(6)
			.filteredOn((item) -> item.content().equals("校企对接"))
			.singleElement()
			.extracting(ListItem::linkedRow)
			.as("the second demand now")
			.isEqualTo(2);
		assertThat(this.pairings.agreements(after)).hasSize(2).first().satisfies((addendum) -> {
			assertThat(addendum.number()).endsWith("-02");
			assertThat(addendum.caseNumber()).isEqualTo(adjustment);
			assertThat(addendum.file()).isNotNull();
		});
		archive(adjustment);
		assertThat(house.cases.get(adjustment).outcome()).isEqualTo("ADJUSTED");
	}

	@Test
	void aTermOfMoreThanTwelveMonthsGoesTheFullWayAndIsSigned() {
		String number = this.story.inForce("PG1", house.enterprise(44));
		Pairing before = house.row(number);
		var data = change("ADJUST", before);
		data.put("plannedActivities", 3);
		data.put("termEnd", before.termStart().plusMonths(18).minusDays(1).toString());
		String adjustment = this.story.propose("pg1.liaison", data);
		this.story.accept(adjustment, "PE44");
		this.story.resolve(adjustment, "PG1");
		this.story.resolve(adjustment, "PE44");
		var agreement = this.story.agreement();
		agreement.put("annualPlan", java.util.Collections.nCopies(3, ((List<?>) agreement.get("annualPlan")).get(0)));
		this.story.decide("pg1.liaison", adjustment, "task-draft-agreement", "COMPLETE", agreement);
		this.story.check(adjustment);
		approved(adjustment);
		this.story.sign(adjustment, "PG1");
		assertThat(house.row(number).termEnd()).as("before both signed").isEqualTo(before.termEnd());
		this.story.sign(adjustment, "PE44");
		Pairing after = house.row(number);
		assertThat(after.termEnd()).isEqualTo(before.termStart().plusMonths(18).minusDays(1));
		assertThat(after.status()).isEqualTo(PairingStatus.IN_FORCE);
		assertThat(this.pairings.items(after)).as("the new lists in place of the old").hasSize(4);
		assertThat(this.pairings.plan(after)).hasSize(3);
		assertThat(this.pairings.agreements(after).get(0).signedEnterpriseOn()).isEqualTo(this.story.today());
	}

	@Test
	void anAdjustmentThatIsNotSignedLeavesThePairingAsItWas() {
		String number = this.story.inForce("PG1", house.enterprise(45));
		Pairing before = house.row(number);
		var data = change("ADJUST", before);
		data.put("termEnd", before.termStart().plusMonths(14).toString());
		data.put("plannedActivities", 3);
		String adjustment = this.story.propose("pg1.liaison", data);
		this.story.accept(adjustment, "PE45");
		this.story.resolve(adjustment, "PG1");
		this.story.resolve(adjustment, "PE45");
		var agreement = this.story.agreement();
		agreement.put("annualPlan", java.util.Collections.nCopies(3, ((List<?>) agreement.get("annualPlan")).get(0)));
		this.story.decide("pg1.liaison", adjustment, "task-draft-agreement", "COMPLETE", agreement);
		this.story.check(adjustment);
		approved(adjustment);
		house.fire(adjustment, "timer-sign-lapse");
		assertThat(house.row(number)).isEqualTo(before);
		assertThat(this.pairings.items(before)).hasSize(4);
		Agreement addendum = this.pairings.agreements(before).get(0);
		assertThat(addendum.voided()).isTrue();
		assertThat(house.voided()).contains(addendum.number());
		assertThat(this.story.propose("pg1.liaison", data)).as("the way is free again").isNotEqualTo(adjustment);
	}

	@Test
	void anotherPartnerIsAskedWithTheFormerOneAndTakesItsPlace() {
		String number = this.story.inForce("PG1", house.enterprise(46));
		Pairing before = house.row(number);
		var data = change("ADJUST", before);
		data.put("enterpriseOrg", house.enterprise(47));
		data.put("entLiaison", PairingTown.person("pe47.liaison"));
		String adjustment = this.story.propose("pg1.liaison", data);
		assertThat(house.cases.get(adjustment).parties()).containsExactlyInAnyOrder("PG1", "PE46", "PE47");
		this.story.accept(adjustment, "PE46");
		this.story.accept(adjustment, "PE47");
		this.story.resolve(adjustment, "PG1");
		this.story.resolve(adjustment, "PE47");
		this.story.draft(adjustment, "PG1");
		this.story.check(adjustment);
		approved(adjustment);
		this.story.sign(adjustment, "PG1");
		this.story.sign(adjustment, "PE47");
		assertThat(house.row(adjustment).status()).isEqualTo(PairingStatus.IN_FORCE);
		assertThat(house.row(number).status()).isEqualTo(PairingStatus.TERMINATED);
		assertThat(ended(before)).extracting(PairingEnded::reason).containsExactly(PairingEnded.Reason.PARTNER_CHANGED);
	}

	@Test
	void aTerminationHandsOverWhatIsOpenAndTellsTheOthers() {
		String number = this.story.inForce("PG1", house.enterprise(48));
		Pairing pairing = house.row(number);
		TownMatters.OPEN.put(pairing.number(), List.of(TownMatters.problem("SQ-2026-00001")));
		var data = change("TERMINATE", pairing);
		data.put("terminateReason", "MUTUAL");
		String ending = this.story.propose("pg1.liaison", data);
		this.story.decide("pe48.secretary", ending, "task-counterpart-confirm", "OBJECT", Map.of());
		assertThat(house.cases.data(ending)).containsEntry("openProblems", 1L);
		var close = new HashMap<String, Object>();
		close.put("plaqueAction", "RECALL");
		close.put("openMatters", List.of());
		close.put("summary", "共建一年，开展联合学习和走访，因企业搬迁经双方协商拟解除结对关系，未结事项已逐项明确接手单位，双方均无异议，特此说明。");
		closeOutRefused(ending, close, "pairing.violation.matters-missing", "pairing.violation.handover");
		close.put("handover", "由PG9党支部继续跟办。");
		close.put("openMatters", List.of(Map.of("matter", "SQ-2026-00001", "action", "CANCEL")));
		closeOutRefused(ending, close, "pairing.violation.matter-action");
		close.put("openMatters", List.of(Map.of("matter", "SQ-2026-00001", "action", "HAND_OVER", "handedTo", "PG9")));
		this.story.decide("p.officer", ending, "task-close-out-check", "COMPLETE", close);
		this.story.decide("p.head", ending, "task-head-review", "APPROVE", Map.of());
		assertThat(house.row(number).status()).isEqualTo(PairingStatus.IN_FORCE);
		this.story.decide("p.deputy", ending, "task-approve", "APPROVE", Map.of());
		Pairing over = house.row(number);
		assertThat(over.status()).isEqualTo(PairingStatus.TERMINATED);
		assertThat(over.endedOn()).isEqualTo(this.story.today());
		assertThat(ended(over))
			.containsExactly(new PairingEnded(over.number(), "PG1", "PE48", PairingEnded.Reason.MUTUAL,
					List.of(new Settlement("SQ-2026-00001", Settlement.Action.HAND_OVER, "PG9"))));
		archive(ending);
		assertThat(house.cases.get(ending).outcome()).isEqualTo("TERMINATED");
		refused(data, "pairing.violation.not-in-force");
	}

	@Test
	void whoAgreesToATerminationIsNotAskedForNeeds() {
		String number = this.story.inForce("PG1", house.enterprise(57));
		var data = change("TERMINATE", house.row(number));
		data.put("terminateReason", "MUTUAL");
		String ending = this.story.propose("pg1.liaison", data);
		this.story.decide("pe57.secretary", ending, "task-counterpart-confirm", "ACCEPT", Map.of());
		assertThat(house.cases.data(ending)).containsKey("openProblems");
	}

	@Test
	void aDissolvedOrganisationEndsWhatItHadInForce() {
		String number = this.story.inForce("PG1", house.enterprise(49));
		house.transaction
			.executeWithoutResult((status) -> this.publisher.publishEvent(new OrganisationEnded("PE49", null)));
		Pairing over = house.row(number);
		assertThat(over.status()).isEqualTo(PairingStatus.TERMINATED);
		assertThat(ended(over)).extracting(PairingEnded::reason).containsExactly(PairingEnded.Reason.ORG_DISSOLVED);
	}

	@Test
	void whoGivesUpNeedNotCompleteTheForm() {
		String number = this.story.propose("PG1", house.enterprise(50));
		this.story.decide("pe50.secretary", number, "task-counterpart-confirm", "PROPOSE_CHANGES",
				Map.of("proposedChanges", "请增加活动次数。"));
		this.story.decide("pg1.liaison", number, "task-correct", "GIVE_UP", Map.of("reason", "", "termEnd", "never"));
		assertThat(house.cases.get(number).outcome()).isEqualTo("WITHDRAWN");
		assertThat(house.cases.data(number)).as("kept as it was").containsKey("reason");
	}

	@Test
	void aPairingWithoutActivityIsFlaggedTalkedToSuspendedAndTakenUpAgain() {
		String number = this.story.inForce("PG1", house.enterprise(51));
		String handle = house.row(number).number();
		house.jdbc.sql("update pairing set in_force_on = :day where case_number = :case")
			.param("day", this.story.today().minusDays(181))
			.param("case", number)
			.update();
		this.terms.look();
		assertThat(life(number).inactiveSince()).isEqualTo(this.story.today());
		assertThat(this.watch.inactive(actor("p.officer"), 500)).extracting(InactiveRow::number).contains(handle);
		assertThatExceptionOfType(NotAllowed.class)
			.isThrownBy(() -> decide("pg1.liaison", handle, WatchEntry.Kind.TALK, "we talked"));
		assertThatExceptionOfType(InvalidInput.class)
			.isThrownBy(() -> decide("p.officer", handle, WatchEntry.Kind.TALK, "no"));
		decide("p.officer", handle, WatchEntry.Kind.TALK, "agreed on a joint study in December");
		assertThatExceptionOfType(Overtaken.class).as("talked to already")
			.isThrownBy(() -> decide("p.officer", handle, WatchEntry.Kind.TALK, "once more"));
		this.terms.look();
		assertThat(life(number).inactiveSince()).as("not again at once").isNull();
		decide("p.officer", handle, WatchEntry.Kind.SUSPEND, "the enterprise moves its plant");
		assertThat(house.row(number).status()).isEqualTo(PairingStatus.SUSPENDED);
		assertThat(life(number).suspendReason()).isEqualTo("the enterprise moves its plant");
		decide("p.officer", handle, WatchEntry.Kind.RESUME, "the move is over");
		assertThat(house.row(number).status()).isEqualTo(PairingStatus.IN_FORCE);
		this.pairings.activityConfirmed(handle, this.story.today());
		assertThat(life(number).lastActivityOn()).isEqualTo(this.story.today());
		assertThat(this.watch.of(house.row(number))).extracting(WatchEntry::kind)
			.containsExactly(WatchEntry.Kind.RESUME, WatchEntry.Kind.SUSPEND, WatchEntry.Kind.TALK);
	}

	@Test
	void bothSidesTakeItemsFromPromisedToDone() {
		String number = this.story.inForce("PG1", house.enterprise(52));
		Pairing pairing = house.row(number);
		UUID item = this.pairings.items(pairing).get(0).id();
		house.enterprise(53);
		assertThatExceptionOfType(NotFound.class)
			.isThrownBy(() -> this.items.open(actor("pe53.liaison"), pairing.number(), item));
		assertThatExceptionOfType(NotAllowed.class)
			.isThrownBy(() -> move("p.archivist", pairing, item, 0, "DOING", ""));
		move("pe52.liaison", pairing, item, 0, "CLAIMED", "");
		assertThatExceptionOfType(Overtaken.class).isThrownBy(() -> move("pg1.liaison", pairing, item, 0, "DOING", ""));
		move("pg1.liaison", pairing, item, 1, "DOING", "");
		assertThatExceptionOfType(InvalidInput.class)
			.isThrownBy(() -> move("pg1.liaison", pairing, item, 2, "DONE", ""));
		assertThatExceptionOfType(InvalidInput.class)
			.isThrownBy(() -> move("pg1.liaison", pairing, item, 2, "CLAIMED", "not from here"));
		move("pg1.liaison", pairing, item, 2, "DONE", "两次辅导已完成，签到表见附件。");
		assertThat(this.items.open(actor("pe52.liaison"), pairing.number(), item).progress())
			.extracting(ItemProgress::status)
			.containsExactly(ListItem.Status.DONE, ListItem.Status.DOING, ListItem.Status.CLAIMED);
		assertThat(this.items.stale(pairing)).isFalse();
	}

	private void move(String username, Pairing pairing, UUID item, int version, String to, String note) {
		this.items.move(actor(username), pairing.number(), item, version, to, note);
	}

	private void decide(String username, String handle, WatchEntry.Kind kind, String note) {
		this.watch.decide(actor(username), handle, kind, note);
	}

	private PairingLife life(String number) {
		return this.pairings.life(house.row(number));
	}

	private Actor actor(String username) {
		return this.actors.actor(username);
	}

	private Map<String, Object> change(String type, Pairing pairing) {
		var data = this.story.proposal(pairing.governmentOrg(), pairing.enterpriseOrg());
		data.put("requestType", type);
		data.put("pairingId", pairing.number());
		data.put("termStart", pairing.termStart().toString());
		data.put("termEnd", pairing.termEnd().toString());
		return data;
	}

	private static List<Map<String, Object>> plan(LocalDate day) {
		return List.of(
				Map.of("month", YearMonth.from(day).toString(), "theme", "联合学习", "form", "JOINT_STUDY", "hostSide",
						"GOVERNMENT"),
				Map.of("month", YearMonth.from(day).toString(), "theme", "走访", "form", "VISIT", "hostSide",
						"ENTERPRISE"));
	}

	private void refused(Map<String, Object> data, String why) {
		assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> this.story.propose("pg1.liaison", data))
			.satisfies((refused) -> assertThat(refused.violations()).extracting(Violation::code).contains(why));
	}

	private void closeOutRefused(String number, Map<String, Object> close, String... why) {
		assertThatExceptionOfType(InvalidInput.class)
			.isThrownBy(() -> this.story.decide("p.officer", number, "task-close-out-check", "COMPLETE", close))
			.satisfies((refused) -> assertThat(refused.violations()).extracting(Violation::code).contains(why));
	}

	private void approved(String number) {
		this.story.review(number);
		this.story.headReview(number);
		this.story.approve(number);
	}

	private void archive(String number) {
		this.story.decide("p.archivist", number, "task-archive", "COMPLETE",
				Map.of("retention", "10Y", "agreementRetention", "30Y", "checked", true));
	}

	private List<PairingEnded> ended(Pairing pairing) {
		return this.events.stream(PairingEnded.class)
			.filter((event) -> event.number().equals(pairing.number()))
			.toList();
	}

	private static void term(String number, LocalDate end) {
		house.jdbc.sql("update pairing set term_end = :end where case_number = :case")
			.param("end", end)
			.param("case", number)
			.update();
	}

}
