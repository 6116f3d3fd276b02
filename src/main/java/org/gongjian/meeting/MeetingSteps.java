package org.gongjian.meeting;

import java.util.function.Consumer;

import org.gongjian.engine.Call;
import org.gongjian.engine.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The building blocks of the diagram {@code joint-meeting}, under the names it uses. */
@Configuration(proxyBeanMethods = false)
class MeetingSteps {

	@Bean
	Step collectAgenda(AgendaSteps steps) {
		return new Block("collectAgenda", steps::collect);
	}

	@Bean
	Step closeAgenda(AgendaSteps steps) {
		return new Block("closeAgenda", steps::close);
	}

	@Bean
	Step inviteAttendees(InvitationSteps steps) {
		return new Block("inviteAttendees", steps::invite);
	}

	@Bean
	Step inviteAnew(InvitationSteps steps) {
		return new Block("inviteAnew", steps::inviteAnew);
	}

	@Bean
	Step voidMeetingNumber(InvitationSteps steps) {
		return new Block("voidMeetingNumber", steps::voidNumber);
	}

	@Bean
	Step cancelMeeting(InvitationSteps steps) {
		return new Block("cancelMeeting", steps::cancel);
	}

	@Bean
	Step holdMeeting(MinutesSteps steps) {
		return new Block("holdMeeting", steps::hold);
	}

	@Bean
	Step dispatchDecisions(MinutesSteps steps) {
		return new Block("dispatchDecisions", steps::dispatch);
	}

	private record Block(String name, Consumer<Call> work) implements Step {

		@Override
		public void run(Call call) {
			this.work.accept(call);
		}

	}

}
