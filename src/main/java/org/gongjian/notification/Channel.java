package org.gongjian.notification;

/** A way out of the house. */
interface Channel {

	/** MAIL or WEBHOOK. */
	String name();

	/** Whether it can be used at all; otherwise parcels wait. */
	boolean works();

	/**
	 * Hands a parcel over.
	 * @throws Undeliverable if it did not arrive
	 */
	void deliver(Parcel parcel) throws Undeliverable;

	/** It did not arrive. */
	final class Undeliverable extends Exception {

		private final boolean forGood;

		private Undeliverable(String problem, boolean forGood) {
			super(problem);
			this.forGood = forGood;
		}

		/** It may arrive later. */
		static Undeliverable now(String problem) {
			return new Undeliverable(problem, false);
		}

		/** Trying again is of no use. */
		static Undeliverable ever(String problem) {
			return new Undeliverable(problem, true);
		}

		boolean forGood() {
			return this.forGood;
		}

	}

}
