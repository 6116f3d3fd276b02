package org.gongjian.problem;

import org.gongjian.engine.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The building blocks of the diagram {@code problem-escalation}, by name. */
@Configuration(value = "enterpriseProblemSteps", proxyBeanMethods = false)
class ProblemSteps {

	@Bean
	Step registerProblem(IntakeSteps steps) {
		return Step.named("registerProblem", steps::register);
	}

	@Bean
	Step assessProblem(IntakeSteps steps) {
		return Step.named("assessProblem", steps::assess);
	}

	@Bean
	Step reopenProblem(IntakeSteps steps) {
		return Step.named("reopenProblem", steps::reopen);
	}

	@Bean
	Step changeOwner(IntakeSteps steps) {
		return Step.named("changeOwner", steps::changeOwner);
	}

	@Bean
	Step recomputeClocks(IntakeSteps steps) {
		return Step.named("recomputeClocks", steps::recompute);
	}

	@Bean
	Step dispatchProblem(DispatchSteps steps) {
		return Step.named("dispatchProblem", steps::dispatch);
	}

	@Bean
	Step recordSignOff(DispatchSteps steps) {
		return Step.named("recordSignOff", steps::signOff);
	}

	@Bean
	Step adjudicateDispatch(DispatchSteps steps) {
		return Step.named("adjudicateDispatch", steps::adjudicate);
	}

	@Bean
	Step applyOrder(DispatchSteps steps) {
		return Step.named("applyOrder", steps::applyOrder);
	}

	@Bean
	Step recordPlan(HandlingSteps steps) {
		return Step.named("recordPlan", steps::plan);
	}

	@Bean
	Step recordResult(HandlingSteps steps) {
		return Step.named("recordResult", steps::result);
	}

	@Bean
	Step askPhasedReply(HandlingSteps steps) {
		return Step.named("askPhasedReply", steps::askPhasedReply);
	}

	@Bean
	Step urgeHandlers(HandlingSteps steps) {
		return Step.named("urgeHandlers", steps::urge);
	}

	@Bean
	Step decideExtension(HandlingSteps steps) {
		return Step.named("decideExtension", steps::decideExtension);
	}

	@Bean
	Step issueNotice(HandlingSteps steps) {
		return Step.named("issueNotice", steps::issueNotice);
	}

	@Bean
	Step replyToEnterprise(OutcomeSteps steps) {
		return Step.named("replyToEnterprise", steps::reply);
	}

	@Bean
	Step noteSilence(OutcomeSteps steps) {
		return Step.named("noteSilence", steps::silence);
	}

	@Bean
	Step judgeConfirmation(OutcomeSteps steps) {
		return Step.named("judgeConfirmation", steps::judge);
	}

	@Bean
	Step sampleReturnVisit(OutcomeSteps steps) {
		return Step.named("sampleReturnVisit", steps::sample);
	}

	@Bean
	Step countProblemRework(OutcomeSteps steps) {
		return Step.named("countProblemRework", steps::countRework);
	}

	@Bean
	Step closeProblem(OutcomeSteps steps) {
		return Step.named("closeProblem", steps::close);
	}

	@Bean
	Step keepKnowledge(OutcomeSteps steps) {
		return Step.named("keepKnowledge", steps::keepKnowledge);
	}

	@Bean
	Step chooseEscalation(LadderSteps steps) {
		return Step.named("chooseEscalation", steps::choose);
	}

	@Bean
	Step addToAgenda(LadderSteps steps) {
		return Step.named("addToAgenda", steps::addToAgenda);
	}

	@Bean
	Step takeCharge(LadderSteps steps) {
		return Step.named("takeCharge", steps::takeCharge);
	}

	@Bean
	Step referToCity(LadderSteps steps) {
		return Step.named("referToCity", steps::refer);
	}

	@Bean
	Step parkProblem(LadderSteps steps) {
		return Step.named("parkProblem", steps::park);
	}

	@Bean
	Step pauseClocks(LadderSteps steps) {
		return Step.named("pauseClocks", steps::pause);
	}

	@Bean
	Step resumeClocks(LadderSteps steps) {
		return Step.named("resumeClocks", steps::resume);
	}

	@Bean
	Step noteWithdrawal(LadderSteps steps) {
		return Step.named("noteWithdrawal", steps::withdrawal);
	}

}
