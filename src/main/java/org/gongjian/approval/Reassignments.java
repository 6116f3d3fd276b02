package org.gongjian.approval;

import java.util.List;
import java.util.Optional;

import org.gongjian.casefile.Cases;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotAllowed;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Overtaken;
import org.gongjian.shared.Violation;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives tasks of somebody who cannot do them any more to others. */
@Service
public class Reassignments {

	private final HandOvers handOvers;

	private final WorkTable work;

	private final Covers covers;

	private final Cases cases;

	Reassignments(HandOvers handOvers, WorkTable work, Covers covers, Cases cases) {
		this.cases = cases;
		this.handOvers = handOvers;
		this.work = work;
		this.covers = covers;
	}

	/** The open tasks that wait for a person alone, in cases that the reader may see. */
	@Transactional(readOnly = true)
	public List<WorkItem> of(Actor reader, String username) {
		return this.work.all(this.covers.aloneOf(username))
			.stream()
			.filter((item) -> Cases.mayGetToSee(reader, this.cases.get(item.caseNumber())))
			.toList();
	}

	/**
	 * Gives a task to somebody else; each in a transaction of its own.
	 * @return why not, or empty when it is done
	 */
	public Optional<Violation> attempt(Actor by, String taskId, String to, String reason) {
		try {
			this.handOvers.reassign(by, taskId, to, reason);
			return Optional.empty();
		}
		catch (InvalidInput invalid) {
			return Optional.of(invalid.violations().get(0));
		}
		catch (NotFound none) {
			return Optional.of(Violation.of("", "approval.bulk.none"));
		}
		catch (NotAllowed refused) {
			return Optional.of(Violation.of("", refused.code()));
		}
		catch (Overtaken overtaken) {
			return Optional.of(Violation.of("", overtaken.code()));
		}
	}

}
