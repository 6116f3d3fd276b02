package org.gongjian.studio;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;

import org.gongjian.approval.MoveImpact;
import org.gongjian.approval.Moves;
import org.gongjian.approval.Moves.Move;
import org.gongjian.casefile.Cases;
import org.gongjian.engine.Drawings.Version;
import org.gongjian.identity.Journal;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves running cases to another version, and says beforehand what that does to each. */
@Service
public class RunningCases {

	/** More are not moved in one go. */
	public static final int MOST = 1000;

	/** So many moves are listed. */
	private static final int LAST = 5;

	private final Moves moves;

	private final Cases cases;

	private final Journal journal;

	private final MoveTable table;

	private final Clock clock;

	/** One batch at a time leaves the others their share of the machine. */
	private final Semaphore turn = new Semaphore(1, true);

	RunningCases(Moves moves, Cases cases, MoveTable table, Clock clock, Journal journal) {
		this.table = table;
		this.clock = clock;
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
		DiagramDraft.requireAdmin(actor);
		if (from.version() == to.version()) {
			throw new InvalidInput("to", "studio.violation.same");
		}
		List<String> wanted = wanted(from, numbers);
		List<Move> moved = wanted.stream()
			.map((number) -> this.moves.move(actor, number, from.definition(), to.definition(), dryRun))
			.toList();
		if (!dryRun) {
			this.journal.record("process.moved", from.process(), "%d → %d: %d of %d".formatted(from.version(),
					to.version(), moved.stream().filter(Move::ok).count(), moved.size()));
		}
		return moved;
	}

	private List<String> wanted(Version from, List<String> numbers) {
		List<String> wanted = (numbers == null) ? of(from) : numbers.stream().distinct().toList();
		if (wanted.size() > MOST) {
			throw new InvalidInput("cases", "studio.violation.cases", MOST);
		}
		return wanted;
	}

	/**
	 * Notes which cases are to be moved; {@link #run} does it.
	 * @return the number of the batch
	 */
	@Transactional
	public UUID begin(Actor actor, Version from, Version to, List<String> numbers) {
		DiagramDraft.requireAdmin(actor);
		if (from.version() == to.version()) {
			throw new InvalidInput("to", "studio.violation.same");
		}
		UUID id = UUID.randomUUID();
		this.table.insert(new MoveBatch(id, from.process(), from.version(), to.version(), actor.username(),
				this.clock.instant(), List.of()), wanted(from, numbers));
		this.journal.record("process.moved", from.process(),
				"%d → %d: batch %s".formatted(from.version(), to.version(), id));
		return id;
	}

	/**
	 * A batch of a process.
	 * @throws NotFound if there is none, or it is another process's
	 */
	public MoveBatch batch(Actor actor, String process, UUID id) {
		DiagramDraft.requireAdmin(actor);
		return this.table.find(id)
			.filter((batch) -> batch.process().equals(process))
			.orElseThrow(() -> new NotFound("move " + id));
	}

	/** The last moves of a process, the newest first. */
	List<MoveTable.Line> last(Actor actor, String process) {
		DiagramDraft.requireAdmin(actor);
		return this.table.last(process, LAST);
	}

	/**
	 * Moves what of a batch had no turn yet, each case in a transaction of its own. A
	 * case that was moved, but not yet noted, when the program stopped is found where it
	 * should be.
	 */
	public void run(Actor actor, UUID id, Version from, Version to) {
		this.turn.acquireUninterruptibly();
		try {
			batch(actor, from.process(), id).items()
				.stream()
				.filter((item) -> item.moved() == null)
				.forEach((item) -> this.table.over(id, item.place(), move(actor, item.caseNumber(), from, to)));
		}
		finally {
			this.turn.release();
		}
	}

	private Move move(Actor actor, String number, Version from, Version to) {
		return this.cases.find(number)
			.filter((file) -> to.definition().equals(file.definition()))
			.map((file) -> new Move(number, true, List.of(), null, MoveImpact.NONE))
			.orElseGet(() -> this.moves.move(actor, number, from.definition(), to.definition(), false));
	}

}
