package org.gongjian.pairing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.gongjian.shared.Bilingual;
import org.gongjian.shared.RowCursor;
import org.gongjian.support.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Every statement about pairings, on every database. */
@ParameterizedClass
@EnumSource(Database.class)
@Tag("postgres")
class PairingTableTests {

	private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

	private static final Instant NOW = Instant.parse("2026-11-22T01:00:00Z");

	@Parameter
	Database database;

	private JdbcClient jdbc;

	private ProgrammeTable programmes;

	private PairingTable pairings;

	private PairingListTable list;

	private ListItemTable items;

	private PlanTable plans;

	private AgreementTable agreements;

	@BeforeEach
	void open() {
		this.jdbc = JdbcClient.create(this.database.migrated());
		this.programmes = new ProgrammeTable(this.jdbc);
		this.pairings = new PairingTable(this.jdbc);
		this.list = new PairingListTable(this.jdbc);
		this.items = new ListItemTable(this.jdbc);
		this.plans = new PlanTable(this.jdbc);
		this.agreements = new AgreementTable(this.jdbc);
		for (String code : List.of("G1", "G2", "E1", "E2")) {
			this.jdbc.sql("""
					insert into organisation (code, name_en, name_zh, search_key, side, org_type, active, created_by,
					  created_at, updated_by, updated_at, version)
					values (:code, :name, '支部', :code, 'GOVERNMENT', 'BRANCH', true, 'x', :at, 'x', :at, 0)
					""")
				.param("code", code)
				.param("name", "Branch " + code + " 100%")
				.param("at", OffsetDateTime.ofInstant(NOW, ZoneOffset.UTC))
				.update();
		}
		this.programmes.insert(programme(null, 0));
	}

	@Test
	void aProgrammeIsWrittenChangedAndRead() {
		assertThat(this.programmes.find("P")).contains(programme(null, 0));
		assertThat(this.programmes.update(programme(7, 0))).isTrue();
		assertThat(this.programmes.update(programme(8, 0))).as("changed meanwhile").isFalse();
		assertThat(this.programmes.all()).containsExactly(programme(7, 1));
		this.programmes.lockAll();
	}

	@Test
	void aPairingIsWrittenAndRead() {
		Pairing pairing = pairing("G1", "E1", "PA-1", PairingStatus.CONSULTING, NOW);
		this.pairings.insert(pairing);
		assertThat(this.pairings.ofCase("PA-1")).contains(pairing);
		assertThat(this.pairings.lockOfCase("PA-1")).contains(pairing);
		assertThat(this.pairings.find("PA-1")).contains(pairing);
		assertThat(this.pairings.taking("G1", "E1")).contains(pairing);
		assertThat(this.pairings.taking("G1", "E2")).isEmpty();
	}

	@Test
	void aPairIsTakenOnceWhileItIsOpen() {
		Pairing first = pairing("G1", "E1", "PA-1", PairingStatus.CONSULTING, NOW);
		this.pairings.insert(first);
		assertThatExceptionOfType(DuplicateKeyException.class)
			.isThrownBy(() -> this.pairings.insert(pairing("G1", "E1", "PA-2", PairingStatus.CONSULTING, NOW)));
		assertThat(this.pairings.move(first.id(), Set.of(PairingStatus.CONSULTING), PairingStatus.WITHDRAWN, DAY))
			.isTrue();
		assertThat(this.pairings.move(first.id(), Set.of(PairingStatus.CONSULTING), PairingStatus.LAPSED, DAY))
			.isFalse();
		this.pairings.insert(pairing("G1", "E1", "PA-2", PairingStatus.CONSULTING, NOW));
		assertThat(this.pairings.ofCase("PA-1").orElseThrow().endedOn()).isEqualTo(DAY);
	}

	@Test
	void transitionsAreGuarded() {
		Pairing pairing = pairing("G1", "E1", "PA-1", PairingStatus.UNDER_REVIEW, NOW);
		this.pairings.insert(pairing);
		assertThat(this.pairings.activate(pairing.id(), DAY)).isFalse();
		assertThat(this.pairings.approve(pairing.id(), "JD-2026-001", true, false, DAY)).isTrue();
		assertThat(this.pairings.approve(pairing.id(), "JD-2026-002", true, false, DAY)).isFalse();
		assertThat(this.pairings.propose(pairing)).isFalse();
		assertThat(this.pairings.active("G1")).isEqualTo(1);
		assertThat(this.pairings.openCases("E1")).containsExactly("PA-1");
		assertThat(this.pairings.activate(pairing.id(), DAY)).isTrue();
		assertThat(this.pairings.ceremony(pairing.id(), DAY)).isTrue();
		assertThat(this.pairings.ceremony(pairing.id(), DAY)).isFalse();
		assertThat(this.pairings.openCases("E1")).isEmpty();
		assertThat(this.pairings.in(PairingStatus.PAIRED, Set.of("E1"))).hasSize(1);
		assertThat(this.pairings.in(PairingStatus.PAIRED, Set.of())).hasSize(1);
		assertThat(this.pairings.in(PairingStatus.PAIRED, Set.of("E2"))).isEmpty();
		assertThat(this.pairings.find("JD-2026-001").orElseThrow().keyPair()).isTrue();
		assertThat(this.pairings.find("PA-1").orElseThrow().number()).isEqualTo("JD-2026-001");
	}

	@Test
	void aProposalMayChangeItsPartner() {
		Pairing pairing = pairing("G1", "E1", "PA-1", PairingStatus.CONSULTING, NOW);
		this.pairings.insert(pairing);
		Pairing changed = new Pairing(pairing.id(), null, "PA-1", "P", "G1", "E2", PairingStatus.DRAFT, List.of(), DAY,
				DAY.plusYears(1), null, null, 2, 1, false, false, false, NOW, null, null, null, null, null, null);
		assertThat(this.pairings.propose(changed)).isTrue();
		assertThat(this.pairings.ofCase("PA-1").orElseThrow().enterpriseOrg()).isEqualTo("E2");
		assertThat(this.pairings.taking("G1", "E2")).as("a draft takes nothing").isEmpty();
	}

	@Test
	void theRegisterIsReadByPagesAndFilters() {
		for (int i = 1; i <= 5; i++) {
			this.pairings
				.insert(pairing("G" + (1 + i % 2), "E1", "PA-" + i, PairingStatus.WITHDRAWN, NOW.plusSeconds(i / 2)));
		}
		var first = this.list.page(PairingFilter.ALL, null, RowCursor.of(null), 3);
		var rest = this.list.page(PairingFilter.ALL, null,
				new RowCursor(first.get(2).pairing().proposedAt(), first.get(2).pairing().id()), 3);
		assertThat(first).hasSize(3);
		assertThat(rest).hasSize(2);
		assertThat(first).extracting((row) -> row.pairing().id())
			.doesNotContainAnyElementsOf(rest.stream().map((row) -> row.pairing().id()).toList());
		assertThat(first).extracting(PairingRow::government).contains(new Bilingual("Branch G1 100%", "支部"));
		assertThat(page(new PairingFilter("pa-3", null, ""), null)).hasSize(1);
		assertThat(page(new PairingFilter("0%", null, ""), null)).hasSize(5);
		assertThat(page(new PairingFilter("1_0", null, ""), null)).isEmpty();
		assertThat(page(new PairingFilter("", PairingStatus.IN_FORCE, ""), null)).isEmpty();
		assertThat(page(new PairingFilter("", null, "G2"), null)).hasSize(3);
		assertThat(page(PairingFilter.ALL, List.of("E2"))).isEmpty();
		assertThat(page(PairingFilter.ALL, List.of())).isEmpty();
		assertThat(page(PairingFilter.ALL, List.of("G1"))).hasSize(2);
	}

	@Test
	void aVenueIsReservedByOnePairAtATime() {
		Pairing one = pairing("G1", "E1", "PA-1", PairingStatus.UNDER_REVIEW, NOW);
		Pairing other = pairing("G1", "E2", "PA-2", PairingStatus.UNDER_REVIEW, NOW);
		this.pairings.insert(one);
		this.pairings.insert(other);
		ListItem hall = new ListItem(UUID.randomUUID(), one.id(), ListItem.Kind.RESOURCE, 1, "GOVERNMENT", "G1",
				"VENUE", "Hall", null, 1, DAY, DAY.plusDays(9), null, null, null, "G1|VENUE|hall",
				ListItem.Status.CLAIMED);
		this.items.insert(hall);
		assertThat(this.items.of(one.id())).containsExactly(hall);
		assertThat(this.items.taken("G1|VENUE|hall", DAY.plusDays(9), DAY.plusDays(20), other.id())).isTrue();
		assertThat(this.items.taken("G1|VENUE|hall", DAY.plusDays(10), DAY.plusDays(20), other.id())).isFalse();
		assertThat(this.items.taken("G1|VENUE|hall", DAY, DAY, one.id())).as("by itself").isFalse();
		assertThat(this.items.release(one.id())).isEqualTo(1);
		assertThat(this.items.release(one.id())).as("once more").isZero();
		assertThat(this.items.taken("G1|VENUE|hall", DAY, DAY, other.id())).isFalse();
		this.items.forget(one.id());
		assertThat(this.items.of(one.id())).isEmpty();
	}

	@Test
	void planAndAgreementAreWrittenAndRead() {
		Pairing pairing = pairing("G1", "E1", "PA-1", PairingStatus.APPROVED, NOW);
		this.pairings.insert(pairing);
		PlanRow row = new PlanRow(UUID.randomUUID(), pairing.id(), 1, "2026-12", "Theme", "VISIT", "ENTERPRISE", "Hall",
				20, new BigDecimal("200.50"), "NONE");
		this.plans.insert(row);
		assertThat(this.plans.of(pairing.id())).containsExactly(row);
		this.plans.forget(pairing.id());
		assertThat(this.plans.of(pairing.id())).isEmpty();
		Agreement agreement = new Agreement(UUID.randomUUID(), pairing.id(), "XY-2026-001-01", 1, DAY, null, null,
				UUID.randomUUID(), "PA-1", false);
		this.agreements.insert(agreement);
		this.agreements.signed(agreement.id(), DAY, DAY.plusDays(1));
		this.agreements.signed(agreement.id(), DAY.plusDays(5), DAY.plusDays(5));
		assertThat(this.agreements.of(pairing.id())).singleElement()
			.extracting(Agreement::signedEnterpriseOn)
			.as("signed once")
			.isEqualTo(DAY.plusDays(1));
		assertThat(this.agreements.voided(agreement.id())).isTrue();
		assertThat(this.agreements.voided(agreement.id())).isFalse();
	}

	@Test
	void aPairingExpiresOnceAndFreesThePair() {
		LifeTable life = new LifeTable(this.jdbc);
		Pairing pairing = pairing("G1", "E1", "PA-1", PairingStatus.IN_FORCE, NOW);
		this.pairings.insert(pairing);
		assertThat(life.over(DAY.plusYears(1))).as("its last day").isEmpty();
		assertThat(life.over(DAY.plusYears(1).plusDays(1))).containsExactly(pairing);
		assertThat(life.ending(DAY.plusYears(1).minusDays(1))).isEmpty();
		assertThat(life.ending(DAY.plusYears(1))).containsExactly(pairing);
		life.active(pairing.id(), DAY);
		life.active(pairing.id(), DAY.minusDays(1));
		assertThat(life.expiring(pairing.id())).isTrue();
		assertThat(life.expiring(pairing.id())).isFalse();
		assertThat(life.ending(DAY.plusYears(1))).isEmpty();
		assertThat(life.end(pairing.id(), PairingStatus.EXPIRED, "EXPIRY", DAY.plusYears(1))).isTrue();
		assertThat(life.end(pairing.id(), PairingStatus.TERMINATED, "MUTUAL", DAY)).isFalse();
		assertThat(life.of(pairing.id())).isEqualTo(new PairingLife("EXPIRY", null, DAY, null, null, null));
		assertThat(this.pairings.taking("G1", "E1")).isEmpty();
		assertThat(this.pairings.in(PairingStatus.ENDED, Set.of("E1"))).singleElement()
			.extracting(Pairing::endedOn)
			.isEqualTo(DAY.plusYears(1));
	}

	private List<PairingRow> page(PairingFilter filter, List<String> organisations) {
		return this.list.page(filter, organisations, RowCursor.of(""), 100);
	}

	private static Programme programme(Integer max, int version) {
		return new Programme("P", new Bilingual("Programme", "方案"), "No. 1", DAY.minusYears(1), DAY.plusYears(2), max,
				null, false, "D", version);
	}

	private static Pairing pairing(String government, String enterprise, String caseNumber, PairingStatus status,
			Instant at) {
		return new Pairing(UUID.randomUUID(), null, caseNumber, "P", government, enterprise, status,
				List.of("TEAM", "ACTIVITY"), DAY, DAY.plusYears(1), UUID.randomUUID(), null, 2, 1, true, false, false,
				at, null, null, null, null, "D", "said so");
	}

}
