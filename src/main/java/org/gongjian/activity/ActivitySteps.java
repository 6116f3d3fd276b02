package org.gongjian.activity;

import org.gongjian.engine.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The building blocks of the diagrams {@code activity-proposal} and
 * {@code publicity-review}, under the names they use.
 */
@Configuration(proxyBeanMethods = false)
class ActivitySteps {

	@Bean
	Step assessActivity(AssessSteps steps) {
		return Step.named("assessActivity", steps::assess);
	}

	@Bean
	Step weighChange(AssessSteps steps) {
		return Step.named("weighChange", steps::weighChange);
	}

	@Bean
	Step fileActivity(PublishSteps steps) {
		return Step.named("fileActivity", steps::file);
	}

	@Bean
	Step publishActivity(PublishSteps steps) {
		return Step.named("publishActivity", steps::publish);
	}

	@Bean
	Step cancelBookings(PublishSteps steps) {
		return Step.named("cancelBookings", steps::cancelBookings);
	}

	@Bean
	Step announceCancellation(PublishSteps steps) {
		return Step.named("announceCancellation", steps::announceCancellation);
	}

	@Bean
	Step weighReadiness(PrepareSteps steps) {
		return Step.named("weighReadiness", steps::weighReadiness);
	}

	@Bean
	Step postponeActivity(PrepareSteps steps) {
		return Step.named("postponeActivity", steps::postpone);
	}

	@Bean
	Step confirmRecord(RecordSteps steps) {
		return Step.named("confirmRecord", steps::confirm);
	}

	@Bean
	Step closeWithoutEvidence(RecordSteps steps) {
		return Step.named("closeWithoutEvidence", steps::closeWithoutEvidence);
	}

	@Bean
	Step archiveActivity(RecordSteps steps) {
		return Step.named("archiveActivity", steps::archive);
	}

	@Bean
	Step raiseProblems(ProblemSteps steps) {
		return Step.named("raiseProblems", steps::raise);
	}

	@Bean
	Step reportIncident(ProblemSteps steps) {
		return Step.named("reportIncident", steps::reportIncident);
	}

	@Bean
	Step chooseFinalReviewer(NewsSteps steps) {
		return Step.named("chooseFinalReviewer", steps::chooseFinalReviewer);
	}

	@Bean
	Step recordPublication(NewsSteps steps) {
		return Step.named("recordPublication", steps::record);
	}

	@Bean
	Step recordNotPublished(NewsSteps steps) {
		return Step.named("recordNotPublished", steps::notPublished);
	}

}
