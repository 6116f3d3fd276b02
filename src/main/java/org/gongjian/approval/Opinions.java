package org.gongjian.approval;

import java.util.List;

import org.gongjian.approval.AddedSigner.Rule;
import org.gongjian.approval.AddedSigner.State;

/** What those added together say as one, by the rule they were added under. */
final class Opinions {

	private Opinions() {
	}

	/** Whether nobody else has to be heard. */
	static boolean over(List<AddedSigner> all) {
		boolean none = all.stream().noneMatch(AddedSigner::pending);
		return none || any(all, oneIsEnough(all) ? State.AGREED : State.DISAGREED);
	}

	/** Whether they agree. Where everybody was taken out again nobody objects. */
	static boolean agreed(List<AddedSigner> all) {
		boolean refused = any(all, State.DISAGREED);
		return oneIsEnough(all) ? any(all, State.AGREED) || !refused : !refused;
	}

	/** Whether one of them is enough. */
	private static boolean oneIsEnough(List<AddedSigner> all) {
		return all.get(0).rule() == Rule.ANY;
	}

	private static boolean any(List<AddedSigner> all, State state) {
		return all.stream().anyMatch((signer) -> signer.state() == state);
	}

}
