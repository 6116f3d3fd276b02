package org.gongjian.meeting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongjian.casefile.Cases;
import org.gongjian.engine.Processes;
import org.gongjian.support.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.reset;

/**
 * Whether cases are told what a meeting decided: once, whatever happens to the others.
 */
@ParameterizedClass
@EnumSource(Database.class)
@Tag("postgres")
class DeliveriesTests {

	private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-12-05T02:00:00Z"), ZoneOffset.UTC);

	@Parameter
	private Database database;

	private final Processes processes = mock(Processes.class);

	private final Cases cases = mock(Cases.class);

	private MeetingTable meetings;

	private MeetingItemTable items;

	private Deliveries deliveries;

	private UUID meeting;

	@BeforeEach
	void aSignedMeeting() {
		var source = this.database.migrated();
		var jdbc = JdbcClient.create(source);
		this.meetings = new MeetingTable(jdbc, CLOCK);
		this.items = new MeetingItemTable(jdbc);
		this.deliveries = new Deliveries(this.meetings, this.items, this.processes, this.cases, CLOCK,
				new JdbcTransactionManager(source));
		this.meeting = UUID.randomUUID();
		this.meetings.insert(new Meeting(this.meeting, "LX-2026-01", "HY-2026-0001", "JOINT", MeetingState.SIGNED,
				"Quarterly", CLOCK.instant(), "Hall", null, null, CLOCK.instant(), true, LocalDate.of(2026, 12, 5),
				CLOCK.instant(), null, null));
		given(this.processes.deliver(anyString(), anyString(), any())).willReturn(true);
	}

	@Test
	void aCaseIsToldOnceWithEverythingItNeeds() {
		UUID item = item("SQ-1", MeetingItem.DECIDED);
		this.deliveries.deliver();
		this.deliveries.deliver();
		then(this.processes).should()
			.deliver("JointMeetingDecided", "SQ-1",
					Map.of("meetingDecision", "ORDER", "meetingLead", "F05", "meetingDeadline", "2026-12-20",
							"meetingOrder", "Build a second line.", "meetingNumber", "LX-2026-01"));
		assertThat(delivery(item)).isEqualTo("DELIVERED");
	}

	@Test
	void whatGoesToTheLeaderSaysSo() {
		item("SQ-1", MeetingItem.TO_LEADER);
		this.deliveries.deliver();
		then(this.processes).should()
			.deliver(eq("JointMeetingDecided"), eq("SQ-1"),
					argThat((facts) -> "TO_L4".equals(facts.get("meetingDecision"))));
	}

	@Test
	void aCaseThatDoesNotWaitAnyMoreIsMarked() {
		given(this.processes.deliver(anyString(), eq("SQ-1"), any())).willReturn(false);
		UUID item = item("SQ-1", MeetingItem.DECIDED);
		this.deliveries.deliver();
		assertThat(delivery(item)).isEqualTo("MISSED");
	}

	@Test
	void aCaseInTroubleDoesNotKeepTheOthersWaitingAndIsToldAgain() {
		willThrow(new IllegalStateException("locked")).given(this.cases).lock("SQ-1");
		UUID first = item("SQ-1", MeetingItem.DECIDED);
		UUID second = item("SQ-2", MeetingItem.DECIDED);
		this.deliveries.deliver();
		assertThat(List.of(delivery(first), delivery(second))).containsExactly("PENDING", "DELIVERED");
		then(this.processes).should(never()).deliver(anyString(), eq("SQ-1"), any());
		reset(this.cases);
		this.deliveries.deliver();
		assertThat(delivery(first)).isEqualTo("DELIVERED");
	}

	private UUID item(String subject, String state) {
		UUID id = UUID.randomUUID();
		this.items.insert(new MeetingItem(id, this.meeting, 0, "Power", subject, null, null, null, null, state, null,
				"Build a second line.", "F05", null, LocalDate.of(2026, 12, 20), "PENDING"));
		return id;
	}

	private String delivery(UUID item) {
		return this.items.find(item).orElseThrow().delivery();
	}

}
