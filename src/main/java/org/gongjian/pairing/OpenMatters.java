package org.gongjian.pairing;

import java.util.List;

import org.gongjian.shared.Bilingual;

/**
 * What another room still has open of a pairing: asked by the close-out check before a
 * pairing is terminated, and shown on its page. A room contributes it by declaring a
 * bean; what is then decided about each it learns from {@link PairingEnded}.
 */
public interface OpenMatters {

	/** What kind of matters these are. */
	Kind kind();

	/** Those of a pairing that are open now, oldest first. */
	List<Matter> of(Pairing pairing);

	/** Kinds, with what may be laid down for each. */
	enum Kind {

		/** 诉求: handed over to somebody else. */
		PROBLEM(Settlement.Action.HAND_OVER),

		/** 活动: cancelled or still carried through. */
		ACTIVITY(Settlement.Action.CANCEL, Settlement.Action.COMPLETE),

		/** 资源预订. */
		BOOKING(Settlement.Action.CANCEL, Settlement.Action.COMPLETE),

		/** 牌匾: recalled or kept until it expires. */
		PLAQUE(Settlement.Action.RECALL, Settlement.Action.KEEP_UNTIL_EXPIRY);

		private final List<Settlement.Action> actions;

		Kind(Settlement.Action... actions) {
			this.actions = List.of(actions);
		}

		/** What may be laid down. */
		public List<Settlement.Action> actions() {
			return this.actions;
		}

	}

	/**
	 * One of them.
	 *
	 * @param number what people know it by, unique among all rooms
	 * @param title what it is about
	 * @param href its page
	 */
	record Matter(String number, Bilingual title, String href) {
	}

}
