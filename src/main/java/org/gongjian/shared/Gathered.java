package org.gongjian.shared;

import java.util.function.Consumer;
import java.util.function.Supplier;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a transaction gathers to write once, just before it commits. Nothing else happens
 * then: what is gathered after that moment would be lost.
 *
 * @param <T> what it is gathered in
 */
public final class Gathered<T> {

	private final Supplier<T> none;

	private final Consumer<T> write;

	/**
	 * @param none what a transaction begins with
	 * @param write writes it, within the transaction
	 */
	public Gathered(Supplier<T> none, Consumer<T> write) {
		this.none = none;
		this.write = write;
	}

	/** Whether there is a transaction to gather for. */
	public boolean possible() {
		return TransactionSynchronizationManager.isSynchronizationActive();
	}

	/** What the current transaction has gathered so far. */
	@SuppressWarnings("unchecked")
	public T now() {
		T known = (T) TransactionSynchronizationManager.getResource(this);
		if (known == null) {
			known = this.none.get();
			TransactionSynchronizationManager.bindResource(this, known);
			TransactionSynchronizationManager.registerSynchronization(new Ending(known));
		}
		return known;
	}

	private final class Ending implements TransactionSynchronization {

		private final T gathered;

		Ending(T gathered) {
			this.gathered = gathered;
		}

		@Override
		public void suspend() {
			TransactionSynchronizationManager.unbindResource(Gathered.this);
		}

		@Override
		public void resume() {
			TransactionSynchronizationManager.bindResource(Gathered.this, this.gathered);
		}

		@Override
		public void beforeCommit(boolean readOnly) {
			Gathered.this.write.accept(this.gathered);
		}

		@Override
		public void afterCompletion(int status) {
			TransactionSynchronizationManager.unbindResourceIfPossible(Gathered.this);
		}

	}

}
