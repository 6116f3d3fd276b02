package org.gongjian.casefile;

import java.util.Map;

import org.gongjian.api.Trial;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Bilingual;
import org.gongjian.support.HouseTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** A case that a transaction holds is what it is, and its seals hold afterwards. */
@HouseTest
class HeldCasesTests {

	@Autowired
	private ApplicationContext house;

	@Autowired
	private Cases cases;

	@Autowired
	private CaseRecord record;

	@Autowired
	private PlatformTransactionManager transactions;

	@Test
	void showsWhatItsTransactionHasChanged() {
		String number = new Trial(this.house).inReview("Held and changed");
		in(TransactionDefinition.PROPAGATION_REQUIRED, () -> {
			this.cases.lock(number);
			int before = this.cases.get(number).revision();
			this.cases.log(number, LogEntry.step("NOTED", "step", "Step 步骤", null, null));
			this.cases.write(number, Map.of("heldNote", "one"), Actor.SYSTEM, "step");
			this.cases.write(number, Map.of("heldNote", "two"), Actor.SYSTEM, "step");
			this.cases.rename(number, new Bilingual("Held twice", "两次"));
			this.cases.log(number, LogEntry.step("NOTED", "step", "Step 步骤", null, null));
			assertThat(this.cases.get(number).revision()).isEqualTo(before + 2);
			assertThat(this.cases.get(number).title().en()).isEqualTo("Held twice");
			assertThat(this.cases.data(number)).containsEntry("heldNote", "two");
			assertThat(this.record.firstWrong(number)).as("before the commit").isZero();
		});
		assertThat(this.record.firstWrong(number)).as("after the commit").isZero();
		assertThat(this.cases.data(number)).containsEntry("heldNote", "two");
	}

	@Test
	void keepsNothingOfATransactionThatIsUndone() {
		String number = new Trial(this.house).inReview("Held and undone");
		int lines = this.cases.log(number).size();
		new TransactionTemplate(this.transactions).executeWithoutResult((status) -> {
			this.cases.write(number, Map.of("heldNote", "gone"), Actor.SYSTEM, "step");
			this.cases.log(number, LogEntry.step("NOTED", "step", "Step 步骤", null, null));
			status.setRollbackOnly();
		});
		assertThat(this.cases.data(number)).doesNotContainKey("heldNote");
		assertThat(this.cases.log(number)).hasSize(lines);
		assertThat(this.record.firstWrong(number)).isZero();
	}

	@Test
	void sealsWhatIsSaidWhileItCommitsOrBesideIt() {
		String number = new Trial(this.house).inReview("Held and committed");
		String other = new Trial(this.house).inReview("Held beside it");
		in(TransactionDefinition.PROPAGATION_REQUIRED, () -> {
			TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

				@Override
				public int getOrder() {
					return LOWEST_PRECEDENCE;
				}

				@Override
				public void beforeCommit(boolean readOnly) {
					HeldCasesTests.this.cases.log(number, LogEntry.step("NOTED", "step", "Late 晚", null, null));
				}

			});
			this.cases.log(number, LogEntry.step("NOTED", "step", "Step 步骤", null, null));
			in(TransactionDefinition.PROPAGATION_REQUIRES_NEW,
					() -> this.cases.log(other, LogEntry.step("NOTED", "step", "Beside 旁", null, null)));
			this.cases.log(number, LogEntry.step("NOTED", "step", "Step 步骤", null, null));
		});
		assertThat(this.record.firstWrong(number)).isZero();
		assertThat(this.record.firstWrong(other)).isZero();
	}

	private void in(int propagation, Runnable work) {
		var template = new TransactionTemplate(this.transactions);
		template.setPropagationBehavior(propagation);
		template.executeWithoutResult((status) -> work.run());
	}

}
