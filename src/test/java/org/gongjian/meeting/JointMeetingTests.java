package org.gongjian.meeting;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Association;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.gongjian.engine.PlainEngine;
import org.gongjian.support.TestDatabase;
import org.junit.jupiter.api.AfterAll;
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
class JointMeetingTests {

	private static final String[] STEPS = { "collectAgenda", "closeAgenda", "inviteAttendees", "copy", "inviteAnew",
			"voidMeetingNumber", "cancelMeeting", "holdMeeting", "dispatchDecisions" };

	private static final Map<TestDatabase, PlainEngine> ENGINES = new EnumMap<>(TestDatabase.class);

	private final PlainEngine engine;

	JointMeetingTests(TestDatabase database) {
		this.engine = ENGINES.computeIfAbsent(database, (where) -> new PlainEngine(where, "joint-meeting", STEPS));
	}

	@AfterAll
	static void everyFlowBoundaryAndHandlerWasWalked() {
		try {
			assertThat(ENGINES.values()).allSatisfy((engine) -> assertThat(missed(engine.covered())).isEmpty());
		}
		finally {
			ENGINES.values().forEach(PlainEngine::close);
			ENGINES.clear();
		}
	}

	/** What no walk reached; the engine keeps no trace of the flows of some elements. */
	private static Set<String> missed(Set<String> covered) {
		BpmnModelInstance model = Bpmn.readModelFromFile(Path.of("processes/joint-meeting.bpmn").toFile());
		var missed = new TreeSet<String>();
		model.getModelElementsByType(SequenceFlow.class).forEach((flow) -> missed.add(flow.getId()));
		model.getModelElementsByType(FlowNode.class).forEach((node) -> missed.add(node.getId()));
		missed.removeAll(covered);
		model.getModelElementsByType(EventBasedGateway.class)
			.stream()
			.flatMap((gateway) -> gateway.getOutgoing().stream())
			.filter((flow) -> covered.contains(flow.getTarget().getId()))
			.forEach((flow) -> missed.remove(flow.getId()));
		model.getModelElementsByType(Association.class)
			.stream()
			.filter((association) -> covered.contains(association.getTarget().getId()))
			.forEach((association) -> missed.remove(association.getSource().getId()));
		return missed;
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
