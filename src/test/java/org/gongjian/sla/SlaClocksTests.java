package org.gongjian.sla;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import javax.sql.DataSource;

import org.gongjian.shared.InvalidInput;
import org.gongjian.support.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.gongjian.sla.ClockKind.PLAN;
import static org.gongjian.sla.ClockKind.RESOLVE;
import static org.gongjian.sla.ClockKind.RESPONSE;
import static org.gongjian.sla.SlaTown.at;

/**
 * Clocks across National Day 2024: 1 to 7 October are off, Sunday 29 September and
 * Saturday 12 October are worked.
 */
@ParameterizedClass
@EnumSource(Database.class)
@Tag("postgres")
class SlaClocksTests {

	private static final String CASE = "SQ-2024-00001";

	private static final Goal SEVEN = Goal.of("P7WD").most("P15WD", 2);

	private static final Map<Database, DataSource> SOURCES = new EnumMap<>(Database.class);

	@Parameter
	private Database database;

	private SlaTown town;

	@BeforeEach
	void settle() {
		this.town = new SlaTown(SOURCES.computeIfAbsent(this.database, Database::migrated));
		this.town.empty();
	}

	@Test
	void workingDaysJumpOverHolidaysAndTakeMakeUpDays() {
		this.town.go("2024-09-27T10:00");
		assertThat(start(RESOLVE, Goal.of("P3WD")).dueAt()).isEqualTo(at("2024-10-08T17:30"));
	}

	@Test
	void hoursRunDayAndNight() {
		this.town.go("2024-10-01T23:00");
		assertThat(start(RESPONSE, Goal.of("PT2H")).dueAt()).isEqualTo(at("2024-10-02T01:00"));
	}

	@Test
	void aClockOfThatKindIsStartedOnce() {
		SlaClock first = start(RESOLVE, SEVEN);
		this.town.go("2024-09-24T10:00");
		assertThat(start(RESOLVE, Goal.of("P1WD")).id()).isEqualTo(first.id());
		met(RESOLVE);
		assertThat(start(RESOLVE, SEVEN).id()).isNotEqualTo(first.id());
		assertThat(this.town.in(() -> this.town.clocks.of(CASE))).hasSize(2);
	}

	@Test
	void stagesAreToldInOrderAndOnce() {
		start(RESOLVE, SEVEN);
		work("2024-09-28T09:00");
		assertThat(this.town.stages()).isEmpty();
		work("2024-09-30T09:00");
		work("2024-09-30T09:01");
		assertThat(this.town.stages()).containsExactly("YELLOW@70");
		work("2024-10-08T17:29");
		assertThat(this.town.get(CASE, RESOLVE).stage()).isEqualTo(Stage.YELLOW);
		work("2024-10-08T17:30");
		work("2024-10-10T17:29");
		assertThat(this.town.stages()).containsExactly("YELLOW@70", "RED@100");
		work("2024-10-10T17:30");
		work("2024-12-01T00:00");
		assertThat(this.town.stages()).containsExactly("YELLOW@70", "RED@100", "BREACHED@1000");
		assertThat(this.town.get(CASE, RESOLVE).nextAt()).isNull();
	}

	@Test
	void aClockThatJumpsTellsWhatWasMissedInOrder() {
		start(RESOLVE, SEVEN.warnings(50, 80));
		this.town.run(() -> this.town.clocks.start("SQ-2024-00002", RESPONSE, Goal.of("PT4H")));
		work("2025-03-01T00:00");
		assertThat(this.town.heard).extracting(ClockSignals.Fired::subject)
			.containsExactly("SQ-2024-00002", "SQ-2024-00002", "SQ-2024-00002", CASE, CASE, CASE, CASE);
		assertThat(this.town.stages().subList(3, 7)).containsExactly("YELLOW@50", "YELLOW@80", "RED@100",
				"BREACHED@1000");
		assertThat(this.town.heard).extracting(ClockSignals.Fired::at).isSorted();
		work("2024-09-23T11:00");
		assertThat(this.town.heard).as("a clock that jumps back").hasSize(7);
	}

	@Test
	void aRestartForgetsNothing() {
		start(RESOLVE, Goal.of("P1WD"));
		work("2024-09-24T15:00");
		var after = new SlaTown(this.town.dataSource());
		after.go("2024-09-24T17:30");
		after.work();
		assertThat(this.town.stages()).containsExactly("YELLOW@70");
		assertThat(after.stages()).containsExactly("RED@100");
	}

	@Test
	void aPauseKeepsTheWorkingTimeThatIsLeft() {
		start(RESOLVE, Goal.of("P3WD"));
		this.town.go("2024-09-24T10:00");
		pause();
		this.town.go("2024-09-29T15:00");
		work("2024-10-20T00:00");
		assertThat(this.town.heard).as("nothing is told while paused").isEmpty();
		this.town.go("2024-10-09T10:00");
		resume();
		SlaClock clock = this.town.get(CASE, RESOLVE);
		assertThat(clock.dueAt()).as("two days and a half were left").isEqualTo(at("2024-10-11T17:30"));
		assertThat(this.town.reckoning.passed(clock, at("2024-10-09T10:00"))).isEqualTo(Duration.ofHours(5 + 2));
	}

	@Test
	void aPauseOutsideOfficeHoursCostsNothing() {
		SlaClock clock = start(RESOLVE, Goal.of("P3WD"));
		this.town.go("2024-09-23T18:00");
		pause();
		this.town.go("2024-09-24T07:59");
		resume();
		assertThat(this.town.get(CASE, RESOLVE).dueAt()).isEqualTo(clock.dueAt());
	}

	@Test
	void hoursArePausedByTheHour() {
		start(RESPONSE, Goal.of("PT4H"));
		this.town.go("2024-09-23T11:00");
		pause();
		assertThat(this.town.in(() -> this.town.clocks.pause(CASE, PauseReason.PARKED))).isFalse();
		this.town.go("2024-10-03T20:00");
		resume();
		assertThat(this.town.in(() -> this.town.clocks.resume(CASE))).isFalse();
		assertThat(this.town.get(CASE, RESPONSE).dueAt()).isEqualTo(at("2024-10-03T23:00"));
	}

	@Test
	void whatIsOverduePausesItsBreachToo() {
		start(RESOLVE, Goal.of("P1WD"));
		work("2024-09-25T09:00");
		assertThat(this.town.get(CASE, RESOLVE).stage()).isEqualTo(Stage.RED);
		pause();
		work("2024-10-20T00:00");
		this.town.go("2024-10-21T09:00");
		resume();
		work("2024-10-22T17:29");
		assertThat(this.town.stages()).doesNotContain("BREACHED@1000");
		work("2024-10-22T17:30");
		assertThat(this.town.stages()).contains("BREACHED@1000");
	}

	@Test
	void extensionsHaveALimit() {
		start(RESOLVE, SEVEN);
		assertThat(extendProblem("2024-10-08")).contains("sla.violation.later");
		assertThat(extendProblem("2024-10-22")).contains("sla.violation.latest");
		this.town.go("2024-09-30T10:00");
		extend("2024-10-14");
		work("2024-10-14T17:00");
		assertThat(this.town.stages()).as("counted anew").containsExactly("YELLOW@70");
		extend("2024-10-17");
		assertThat(this.town.get(CASE, RESOLVE).dueAt()).isEqualTo(at("2024-10-17T17:30"));
		assertThat(extendProblem("2024-10-18")).contains("sla.violation.extensions");
		assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> extend("2024-10-18"));
		work("2024-10-17T17:30");
		assertThat(this.town.stages()).as("80 per cent were over").containsExactly("YELLOW@70", "RED@100");
	}

	@Test
	void anExtensionAfterRedTellsItsStagesAgain() {
		start(RESOLVE, SEVEN);
		work("2024-10-10T09:00");
		assertThat(this.town.stages()).containsExactly("YELLOW@70", "RED@100");
		extend("2024-10-17");
		assertThat(this.town.get(CASE, RESOLVE).stage()).isNull();
		work("2024-10-17T18:00");
		assertThat(this.town.stages()).containsExactly("YELLOW@70", "RED@100", "YELLOW@70", "RED@100");
	}

	@Test
	void anotherSeverityCountsFromTheBeginningWithThePauses() {
		start(RESPONSE, Goal.of("P1WD"));
		start(PLAN, Goal.of("P2WD"));
		start(RESOLVE, SEVEN);
		this.town.go("2024-09-24T10:00");
		met(RESPONSE);
		pause();
		this.town.go("2024-09-25T10:00");
		resume();
		this.town.run(() -> this.town.clocks.change(CASE,
				Map.of(RESPONSE, Goal.of("PT4H"), PLAN, Goal.of("PT30H"), RESOLVE, Goal.of("P5WD")), "S2"));
		assertThat(this.town.get(CASE, RESPONSE).state()).isEqualTo(ClockState.MET);
		assertThat(this.town.get(CASE, PLAN).dueAt()).isEqualTo(at("2024-09-25T16:00"));
		assertThat(this.town.get(CASE, RESOLVE).dueAt()).isEqualTo(at("2024-09-30T17:30"));
		this.town.run(() -> this.town.clocks.change(CASE, Map.of(RESOLVE, Goal.of("P2WD")), "S5"));
		assertThat(this.town.get(CASE, PLAN).state()).isEqualTo(ClockState.CANCELLED);
		assertThat(this.town.in(() -> this.town.table.entries(CASE))).extracting("what")
			.containsSubsequence("CHANGED", "CANCELLED", "CHANGED");
	}

	@Test
	void aKindThatIsNewRunsFromTheBeginning() {
		start(RESOLVE, Goal.of("P2WD"));
		this.town.go("2024-09-24T09:00");
		pause();
		this.town.run(() -> this.town.clocks.change(CASE, Map.of(PLAN, Goal.of("P2WD"), RESOLVE, SEVEN), "S3"));
		assertThat(this.town.get(CASE, PLAN)).satisfies((plan) -> {
			assertThat(plan.startedAt()).isEqualTo(at("2024-09-23T10:00"));
			assertThat(plan.state()).isEqualTo(ClockState.PAUSED);
		});
		this.town.go("2024-09-25T09:00");
		resume();
		assertThat(this.town.get(CASE, PLAN).dueAt()).isEqualTo(at("2024-09-26T17:30"));
	}

	@Test
	void remindersComeAtTheirIntervalAndMissedOnesOnce() {
		start(RESOLVE, Goal.of("P3WD").reminders(Duration.ofHours(4)));
		work("2024-09-23T14:00");
		work("2024-09-23T17:59");
		work("2024-09-23T18:00");
		assertThat(this.town.stages()).containsExactly("REMINDER@0", "REMINDER@0");
		work("2024-09-24T09:30");
		work("2024-09-24T10:00");
		assertThat(this.town.stages()).containsExactly("REMINDER@0", "REMINDER@0", "REMINDER@0", "REMINDER@0");
		work("2024-10-30T10:00");
		assertThat(this.town.stages().subList(4, 8)).containsExactly("REMINDER@0", "YELLOW@70", "RED@100",
				"BREACHED@1000");
	}

	@Test
	void whatFailsIsTriedAgainAndDoesNotHoldUpTheRest() {
		start(RESOLVE, Goal.of("P1WD"));
		this.town.deaf(true);
		work("2024-09-24T17:30");
		assertThat(this.town.get(CASE, RESOLVE).stage()).isNull();
		assertThat(this.town.in(() -> this.town.table.entries(CASE))).hasSize(1);
		this.town.deaf(false);
		this.town.work();
		assertThat(this.town.stages()).containsExactly("YELLOW@70", "RED@100");
	}

	@Test
	void severalNodesTellEachStageOnce() throws Exception {
		for (int i = 0; i < 40; i++) {
			String subject = "SQ-2024-1000" + i;
			this.town.run(() -> this.town.clocks.start(subject, RESOLVE, Goal.of("P1WD")));
		}
		this.town.go("2024-09-24T18:00");
		var pool = Executors.newFixedThreadPool(3);
		var barrier = new CyclicBarrier(3);
		List<Future<Integer>> nodes = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			nodes.add(pool.submit(() -> {
				barrier.await();
				return this.town.node().work();
			}));
		}
		int told = 0;
		for (Future<Integer> node : nodes) {
			told += node.get();
		}
		pool.shutdown();
		assertThat(told).isEqualTo(80);
		assertThat(this.town.heard).hasSize(80).doesNotHaveDuplicates();
	}

	@Test
	void whatIsDoneTellsNothingMore() {
		start(RESOLVE, SEVEN);
		this.town.go("2024-09-24T10:00");
		met(RESOLVE);
		start(PLAN, Goal.of("P2WD"));
		this.town.run(() -> this.town.clocks.cancel(CASE));
		work("2025-01-01T00:00");
		assertThat(this.town.heard).isEmpty();
		assertThat(this.town.get(CASE, RESOLVE).late(at("2025-01-01T00:00"))).isFalse();
	}

	@Test
	void goalsThatMakeNoSenseAreRefused() {
		for (String wrong : List.of("PT-2H", "3WD", "soon")) {
			assertThatExceptionOfType(RuntimeException.class).as(wrong).isThrownBy(() -> Goal.of(wrong));
		}
		assertThatIllegalArgumentException().isThrownBy(() -> Goal.of("P1WD").warnings(0, 70));
		assertThatIllegalArgumentException().isThrownBy(() -> Goal.of("P1WD").most("PT2H", 1));
	}

	private SlaClock start(ClockKind kind, Goal goal) {
		return this.town.in(() -> this.town.clocks.start(CASE, kind, goal));
	}

	private void met(ClockKind kind) {
		this.town.run(() -> this.town.clocks.met(CASE, kind));
	}

	private void pause() {
		assertThat(this.town.in(() -> this.town.clocks.pause(CASE, PauseReason.WAITING_REPORTER))).isTrue();
	}

	private void resume() {
		assertThat(this.town.in(() -> this.town.clocks.resume(CASE))).isTrue();
	}

	private void extend(String day) {
		this.town.run(() -> this.town.clocks.extend(CASE, RESOLVE, LocalDate.parse(day), "The parts are late", "s"));
	}

	private Optional<String> extendProblem(String day) {
		return this.town.in(() -> this.town.clocks.extensionProblem(CASE, RESOLVE, LocalDate.parse(day)))
			.map((violation) -> violation.code());
	}

	private void work(String local) {
		this.town.go(local);
		this.town.work();
	}

}
