package org.gongjian.approval;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.Violation;

/**
 * To whom something goes and why.
 *
 * @param <T> one receiver or several
 */
record Handing<T>(T to, String why) {

	/**
	 * Looks at both, so that all that is wrong is said at once.
	 * @throws InvalidInput with what is wrong with either
	 */
	static <T> Handing<T> of(Supplier<T> to, Supplier<String> why) {
		List<Violation> wrong = new ArrayList<>();
		Handing<T> handing = new Handing<>(checked(to, wrong), checked(why, wrong));
		if (!wrong.isEmpty()) {
			throw new InvalidInput(wrong);
		}
		return handing;
	}

	private static <T> T checked(Supplier<T> check, List<Violation> wrong) {
		try {
			return check.get();
		}
		catch (InvalidInput invalid) {
			wrong.addAll(invalid.violations());
			return null;
		}
	}

}
