package org.gongjian.studio;

import java.util.List;

import org.gongjian.approval.Moves;
import org.gongjian.approval.Moves.Move;
import org.gongjian.casefile.Cases;
import org.gongjian.engine.Drawings.Version;
import org.gongjian.identity.Journal;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotAllowed;
import org.springframework.stereotype.Service;

/** Moves running cases to another version, and says beforehand what that does to each. */
@Service
public class RunningCases {

	/** More are not moved in one go. */
	public static final int MOST = 1000;

	private final Moves moves;

	private final Cases cases;

	private final Journal journal;

	RunningCases(Moves moves, Cases cases, Journal journal) {
		this.moves = moves;
		this.cases = cases;
		this.journal = journal;
	}

	/** The open cases of a version. */
	public List<String> of(Version version) {
		return this.cases.running(version.definition(), MOST);
	}

	/**
	 * Moves cases, each on its own.
	 * @param numbers which, or {@code null} for all that run on the version
	 * @param dryRun whether nothing is moved and only the answer wanted
	 */
	public List<Move> move(Actor actor, Version from, Version to, List<String> numbers, boolean dryRun) {
		if (!actor.has("process-admin")) {
			throw new NotAllowed("studio.not-yours");
		}
		if (from.version() == to.version()) {
			throw new InvalidInput("to", "studio.violation.same");
		}
		List<String> wanted = (numbers == null) ? of(from) : numbers.stream().distinct().toList();
		if (wanted.size() > MOST) {
			throw new InvalidInput("cases", "studio.violation.cases", MOST);
		}
		List<Move> moved = wanted.stream()
			.map((number) -> this.moves.move(actor, number, from.definition(), to.definition(), dryRun))
			.toList();
		if (!dryRun) {
			this.journal.record("process.moved", from.process(), "%d → %d: %d of %d".formatted(from.version(),
					to.version(), moved.stream().filter(Move::ok).count(), moved.size()));
		}
		return moved;
	}

}
