package org.gongjian.plaque;

import org.gongjian.engine.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The building blocks of annual reviews and of taking plaques back, under the names
 * diagrams use.
 */
@Configuration(proxyBeanMethods = false)
class ReviewBlocks {

	@Bean
	Step assembleReview(ReviewSteps steps) {
		return new AwardSteps.Named("assembleReview", steps::assemble);
	}

	@Bean
	Step computeScore(ReviewSteps steps) {
		return new AwardSteps.Named("computeScore", steps::score);
	}

	@Bean
	Step closeReview(ReviewSteps steps) {
		return new AwardSteps.Named("closeReview", steps::close);
	}

	@Bean
	Step assessAnnualResult(ResultSteps steps) {
		return new AwardSteps.Named("assessAnnualResult", steps::assess);
	}

	@Bean
	Step orderRectification(MeasureSteps steps) {
		return new AwardSteps.Named("orderRectification", steps::orderRectification);
	}

	@Bean
	Step extendRectification(MeasureSteps steps) {
		return new AwardSteps.Named("extendRectification", steps::extendRectification);
	}

	@Bean
	Step listMeasures(MeasureSteps steps) {
		return new AwardSteps.Named("listMeasures", steps::listMeasures);
	}

	@Bean
	Step proposeRevocation(MeasureSteps steps) {
		return new AwardSteps.Named("proposeRevocation", steps::proposeRevocation);
	}

	@Bean
	Step keepPlaques(MeasureSteps steps) {
		return new AwardSteps.Named("keepPlaques", steps::keep);
	}

	@Bean
	Step notifyRevocation(MeasureSteps steps) {
		return new AwardSteps.Named("notifyRevocation", steps::notifyRevocation);
	}

	@Bean
	Step retirePlaques(MeasureSteps steps) {
		return new AwardSteps.Named("retirePlaques", steps::retire);
	}

	@Bean
	Step requestReplacement(ReplacementSteps steps) {
		return new AwardSteps.Named("requestReplacement", steps::request);
	}

	@Bean
	Step approveReplacement(ReplacementSteps steps) {
		return new AwardSteps.Named("approveReplacement", steps::approve);
	}

	@Bean
	Step openMeasure(TakeBackSteps steps) {
		return new AwardSteps.Named("openMeasure", steps::open);
	}

	@Bean
	Step callPanel(PanelSteps steps) {
		return new AwardSteps.Named("callPanel", steps::call);
	}

	@Bean
	Step averageScores(PanelSteps steps) {
		return new AwardSteps.Named("averageScores", steps::average);
	}

}
