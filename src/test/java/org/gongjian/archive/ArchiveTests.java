package org.gongjian.archive;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.gongjian.casefile.CaseClosed;
import org.gongjian.form.Filled;
import org.gongjian.form.Violations;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotAllowed;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Overtaken;
import org.gongjian.shared.Time;
import org.gongjian.support.HouseTest;
import org.gongjian.support.Rows;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

/** What the archive keeps of completed cases, for whom and for how long. */
@HouseTest
class ArchiveTests {

	private static final Actor KEEPER = person("a.keeper", Set.of("archivist"), Set.of(), true);

	private static final Actor READER = person("a.reader", Set.of("viewer"), Set.of(), true);

	private final String key = UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT);

	@Autowired
	private Archive archive;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Clock clock;

	private static Actor person(String name, Set<String> roles, Set<String> organisations, boolean zone) {
		return new Actor(name, name, roles, roles, organisations, zone);
	}

	@Test
	void aCompletedCaseIsFiledForAsLongAsItsArchivistSaid() {
		int year = this.clock.instant().atZone(Time.OFFICE).getYear();
		String told = completed("1", "A1", "30Y", null);
		String silent = completed("2", "A1", null, null);
		assertThat(this.archive.find(READER, told)).hasValueSatisfying((item) -> {
			assertThat(item.retention()).isEqualTo("30Y");
			assertThat(item.keepUntil()).isEqualTo(year + 30);
			assertThat(item.paperLocation()).isEqualTo("shelf 7");
		});
		assertThat(this.archive.find(READER, silent)).hasValueSatisfying((item) -> {
			assertThat(item.retention()).isEqualTo("10Y");
			assertThat(item.paperLocation()).isEmpty();
		});
		assertThat(numbers(READER, "archived " + this.key, null, false)).containsExactlyInAnyOrder(told, silent);
		assertThat(numbers(READER, this.key, "30Y", false)).containsExactly(told);
		assertThat(numbers(READER, this.key, null, true)).isEmpty();
		this.jdbc.sql("update archive_item set keep_until = 2020 where case_number = :number")
			.param("number", silent)
			.update();
		assertThat(numbers(READER, this.key, null, true)).containsExactly(silent);
		assertThat(this.archive.list(READER, ArchiveFilter.of(this.key, null, false), null, 1).next()).isNotNull();
	}

	@Test
	void anOrganisationSeesItsOwnAndNobodyWhatIsReserved() {
		String own = completed("3", "A2", null, null);
		String reserved = completed("4", "A2", null, "discipline");
		Actor insider = person("a.insider", Set.of("ent-liaison"), Set.of("A2"), false);
		Actor stranger = person("a.stranger", Set.of("ent-liaison"), Set.of("A3"), false);
		assertThat(numbers(insider, this.key, null, false)).containsExactly(own);
		assertThat(numbers(stranger, this.key, null, false)).isEmpty();
		assertThat(this.archive.find(stranger, own)).isEmpty();
		assertThat(this.archive.find(READER, reserved)).isEmpty();
		assertThat(this.archive.find(person("a.discipline", Set.of("discipline"), Set.of(), true), reserved))
			.isPresent();
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> this.archive.keep(stranger, own, "30Y", "", 0));
		assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> this.archive.keep(insider, own, "30Y", "", 0));
	}

	@Test
	void theArchivistMovesPaperAndTheSecondToDoSoIsTold() {
		String number = completed("5", "A1", "10Y", null);
		this.archive.keep(KEEPER, number, "PERMANENT", " room 2 ", 0);
		assertThat(this.archive.find(KEEPER, number)).hasValueSatisfying((item) -> {
			assertThat(item.keepUntil()).isNull();
			assertThat(item.paperLocation()).isEqualTo("room 2");
			assertThat(item.changedBy()).isEqualTo("a.keeper");
		});
		assertThatExceptionOfType(Overtaken.class)
			.isThrownBy(() -> this.archive.keep(KEEPER, number, "10Y", "room 3", 0));
		assertThatExceptionOfType(InvalidInput.class)
			.isThrownBy(() -> this.archive.keep(KEEPER, number, "5Y", "room 3", 1));
		assertThatExceptionOfType(InvalidInput.class)
			.isThrownBy(() -> this.archive.keep(KEEPER, number, "10Y", "x".repeat(201), 1));
	}

	@Test
	void aPlaceThatDoesNotFitIsRefusedOnTheForm() {
		Violations out = mock();
		Filled filled = mock();
		given(filled.changes()).willReturn(Map.of(PlaceRule.FIELD, "x".repeat(200)));
		new PlaceRule().check(filled, out);
		verifyNoInteractions(out);
		given(filled.changes()).willReturn(Map.of(PlaceRule.FIELD, "x".repeat(201)));
		new PlaceRule().check(filled, out);
		verify(out).add(PlaceRule.FIELD, "archive.violation.place-of-form", 200);
	}

	private List<String> numbers(Actor actor, String text, String retention, boolean over) {
		return this.archive.list(actor, ArchiveFilter.of(text, retention, over), null, 10)
			.map(ArchiveItem::caseNumber)
			.items();
	}

	private String completed(String no, String party, String retention, String reservedFor) {
		String number = "AR-" + this.key + "-" + no;
		UUID id = UUID.randomUUID();
		new Rows(this.jdbc).insert("case_file", "id", id, "number", number, "process", "pairing-approval", "definition",
				"none", "instance", id.toString(), "title_en", "Archived " + this.key, "title_zh", "归档", "status",
				"completed", "closed_at", OffsetDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC), "initiator",
				"a.initiator", "reserved_for", reservedFor);
		new Rows(this.jdbc).insert("case_party", "case_id", id, "org", party);
		if (retention != null) {
			new Rows(this.jdbc).insert("case_field", "case_id", id, "name", "retention", "content",
					'"' + retention + '"');
			new Rows(this.jdbc).insert("case_field", "case_id", id, "name", "paperLocation", "content", "\"shelf 7\"");
		}
		this.archive.closed(new CaseClosed(number, "pairing-approval", "withdrawn", "WITHDRAWN"));
		assertThat(this.archive.find(READER, number)).isEmpty();
		this.archive.closed(new CaseClosed(number, "pairing-approval", "completed", "IN_FORCE"));
		return number;
	}

}
