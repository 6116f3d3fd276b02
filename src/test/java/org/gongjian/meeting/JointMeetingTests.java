package org.gongjian.meeting;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;

import org.gongjian.engine.ProcessWalk;
import org.gongjian.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every way through the shipped diagram. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
@Tag("postgres")
class JointMeetingTests extends ProcessWalk {

	private static final String[] STEPS = { "collectAgenda", "closeAgenda", "inviteAttendees", "copy", "inviteAnew",
			"voidMeetingNumber", "cancelMeeting", "holdMeeting", "dispatchDecisions" };

	JointMeetingTests(TestDatabase database) {
		super(database, "joint-meeting", STEPS);
	}

	@BeforeEach
	void aMeetingIsCalled() {
		Date later = Date.from(Instant.now().plus(Duration.ofDays(9)));
		this.engine.step("collectAgenda", (call) -> call.set("agendaClosesAt", later));
		this.engine.step("inviteAttendees", (call) -> {
			call.set("attendeeOrgs", "G02,F01,F05");
			call.set("meetingAt", later);
		});
		this.engine.start("joint-meeting", Map.of("initiator", "p.officer", "chair", "c", "recorder", "r"));
	}

	@Test
	void aMeetingIsPreparedHeldRecordedSignedAndItsDecisionsGoOut() {
		assertThat(this.engine.slots("task-agenda")).containsExactly("party-officer");
		this.engine.decide("task-agenda", "INVITE");
		assertThat(this.engine.open()).isEmpty();
		this.engine.fire("timer-meeting");
		assertThat(this.engine.slots("task-minutes")).containsExactly("r");
		this.engine.decide("task-minutes", "COMPLETE");
		assertThat(this.engine.slots("task-chair-sign")).containsExactly("c");
		this.engine.decide("task-chair-sign", "APPROVE");
		assertThat(this.engine.end()).isEqualTo("end-held");
		assertThat(this.engine.status()).isEqualTo("completed");
		assertThat(this.engine.ran()).containsExactly("step-collect-agenda", "step-invite", "step-send-invitations",
				"step-hold", "step-dispatch");
	}

	@Test
	void theAgendaIsCollectedAsOftenAsTheOfficerLikes() {
		this.engine.decide("task-agenda", "COLLECT");
		this.engine.decide("task-agenda", "COLLECT");
		assertThat(this.engine.open()).containsExactly("task-agenda");
		assertThat(this.engine.ran()).containsExactly("step-collect-agenda", "step-collect-agenda",
				"step-collect-agenda");
	}

	@Test
	void theAgendaClosesWhileTheTaskGoesOn() {
		this.engine.fire("timer-agenda-closes");
		assertThat(this.engine.open()).containsExactly("task-agenda");
		assertThat(this.engine.ran()).endsWith("step-close-agenda");
	}

	@Test
	void aMeetingThatIsGivenUpBeforeTheInvitationHasNoNumberToVoid() {
		this.engine.decide("task-agenda", "CANCEL");
		assertThat(this.engine.end()).isEqualTo("end-cancelled");
		assertThat(this.engine.ran()).containsExactly("step-collect-agenda", "step-cancel");
	}

	@Test
	void aMeetingMayBePutOffMoreThanOnce() {
		this.engine.decide("task-agenda", "INVITE");
		this.engine.deliver("MeetingMoved");
		this.engine.deliver("MeetingMoved");
		assertThat(this.engine.ran()).endsWith("step-invite-anew", "step-invite-anew");
		this.engine.fire("timer-meeting");
		assertThat(this.engine.open()).containsExactly("task-minutes");
		assertThat(this.engine.awaits("MeetingMoved")).isFalse();
	}

	@Test
	void aMeetingThatIsCalledOffAfterTheInvitationVoidsItsNumber() {
		this.engine.decide("task-agenda", "INVITE");
		this.engine.deliver("MeetingWithdrawn");
		assertThat(this.engine.end()).isEqualTo("end-withdrawn");
		assertThat(this.engine.ran()).endsWith("step-void-number", "step-withdraw").doesNotContain("step-hold");
	}

	@Test
	void aMeetingThatIsCalledOffBeforeHasNothingToVoid() {
		this.engine.deliver("MeetingWithdrawn");
		assertThat(this.engine.end()).isEqualTo("end-withdrawn");
		assertThat(this.engine.ran()).doesNotContain("step-void-number").endsWith("step-withdraw");
	}

	@Test
	void theChairReturnsTheMinutesToTheRecorder() {
		this.engine.decide("task-agenda", "INVITE");
		this.engine.fire("timer-meeting");
		this.engine.decide("task-minutes", "COMPLETE");
		this.engine.returnTo("task-minutes");
		assertThat(this.engine.open()).containsExactly("task-minutes");
		assertThat(this.engine.ran()).doesNotContain("step-dispatch");
	}

}
