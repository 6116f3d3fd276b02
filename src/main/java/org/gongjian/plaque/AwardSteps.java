package org.gongjian.plaque;

import java.util.function.Consumer;

import org.gongjian.engine.Call;
import org.gongjian.engine.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The building blocks of the diagram {@code plaque-award}, under the names it uses. */
@Configuration(proxyBeanMethods = false)
class AwardSteps {

	@Bean
	Step assembleDossier(BatchSteps steps) {
		return new Named("assembleDossier", steps::assemble);
	}

	@Bean
	Step assessPlaqueEligibility(BatchSteps steps) {
		return new Named("assessPlaqueEligibility", steps::assess);
	}

	@Bean
	Step takeBatch(BatchSteps steps) {
		return new Named("takeBatch", steps::take);
	}

	@Bean
	Step applyCompliance(VerdictSteps steps) {
		return new Named("applyCompliance", steps::applyCompliance);
	}

	@Bean
	Step applyApproval(VerdictSteps steps) {
		return new Named("applyApproval", steps::applyApproval);
	}

	@Bean
	Step closeBatch(VerdictSteps steps) {
		return new Named("closeBatch", steps::close);
	}

	@Bean
	Step publishNotice(NoticeSteps steps) {
		return new Named("publishNotice", steps::publish);
	}

	@Bean
	Step applyObjection(NoticeSteps steps) {
		return new Named("applyObjection", steps::uphold);
	}

	@Bean
	Step dismissObjection(NoticeSteps steps) {
		return new Named("dismissObjection", steps::dismiss);
	}

	@Bean
	Step allocatePlaqueNumbers(ProductionSteps steps) {
		return new Named("allocatePlaqueNumbers", steps::allocate);
	}

	@Bean
	Step voidPlaqueNumbers(ProductionSteps steps) {
		return new Named("voidPlaqueNumbers", steps::voidNumbers);
	}

	@Bean
	Step countRework(ProductionSteps steps) {
		return new Named("countRework", steps::countRework);
	}

	@Bean
	Step reorderPlaques(ProductionSteps steps) {
		return new Named("reorderPlaques", steps::reorder);
	}

	@Bean
	Step storePlaques(ProductionSteps steps) {
		return new Named("storePlaques", steps::store);
	}

	@Bean
	Step recordHandover(HandoverSteps steps) {
		return new Named("recordHandover", steps::record);
	}

	@Bean
	Step voidRefused(HandoverSteps steps) {
		return new Named("voidRefused", steps::voidRefused);
	}

	@Bean
	Step listUnhung(HandoverSteps steps) {
		return new Named("listUnhung", steps::listUnhung);
	}

	@Bean
	Step enterLedger(HandoverSteps steps) {
		return new Named("enterLedger", steps::enterLedger);
	}

	@Bean
	Step dropDissolved(HandoverSteps steps) {
		return new Named("dropDissolved", steps::dropDissolved);
	}

	record Named(String name, Consumer<Call> work) implements Step {

		@Override
		public void run(Call call) {
			this.work.accept(call);
		}

	}

}
