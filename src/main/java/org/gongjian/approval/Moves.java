package org.gongjian.approval;

import java.util.List;

import org.gongjian.casefile.CaseFile;
import org.gongjian.casefile.Cases;
import org.gongjian.casefile.LogEntry;
import org.gongjian.engine.Contended;
import org.gongjian.engine.Definitions;
import org.gongjian.engine.Migrations;
import org.gongjian.engine.Migrations.Immovable;
import org.gongjian.engine.Node;
import org.gongjian.shared.Actor;
import org.gongjian.shared.NotFound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves running cases to another version of their process, each in its own transaction.
 */
@Service
public class Moves {

	private static final Logger log = LoggerFactory.getLogger(Moves.class);

	private static final int ATTEMPTS = 3;

	private final Cases cases;

	private final WorkTable work;

	private final Migrations migrations;

	private final Definitions definitions;

	private final ReadModel readModel;

	private final MoveWatch watch;

	private final TransactionTemplate transaction;

	Moves(Cases cases, WorkTable work, Migrations migrations, Definitions definitions, ReadModel readModel,
			MoveWatch watch, PlatformTransactionManager transactions) {
		this.readModel = readModel;
		this.watch = watch;
		this.cases = cases;
		this.work = work;
		this.migrations = migrations;
		this.definitions = definitions;
		this.transaction = new TransactionTemplate(transactions);
		this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	/**
	 * What became of a case, or would become.
	 *
	 * @param stands the steps at which it stands
	 * @param problem a message key that says why it cannot be moved, or {@code null}
	 * @param impact what that does to its tasks, people and timers
	 */
	public record Move(String caseNumber, boolean ok, List<String> stands, String problem, MoveImpact impact) {

		static Move not(String caseNumber, List<String> stands, String problem) {
			return new Move(caseNumber, false, stands, problem, MoveImpact.NONE);
		}

	}

	/**
	 * Moves a case, or tries whether it could be.
	 * @param from the definition it should run on
	 * @param to the definition it is to run on
	 * @param dryRun whether everything is undone again
	 */
	public Move move(Actor actor, String caseNumber, String from, String to, boolean dryRun) {
		try {
			return attempt(actor, caseNumber, from, to, dryRun, ATTEMPTS);
		}
		catch (Immovable immovable) {
			return Move.not(caseNumber, immovable.elements(), reason(immovable, to));
		}
		catch (NotFound none) {
			return Move.not(caseNumber, List.of(), "approval.move.none");
		}
		catch (RuntimeException fault) {
			log.error("Case {} could not be moved", caseNumber, fault);
			return Move.not(caseNumber, List.of(), "approval.move.fault");
		}
	}

	/** A timer that fires at that very moment is let through first. */
	private Move attempt(Actor actor, String caseNumber, String from, String to, boolean dryRun, int left) {
		try {
			return this.transaction.execute((status) -> {
				Move moved = carryOut(actor, caseNumber, from, to);
				if (dryRun) {
					status.setRollbackOnly();
				}
				return moved;
			});
		}
		catch (Contended | ConcurrencyFailureException overtaken) {
			if (left <= 1) {
				throw overtaken;
			}
			return attempt(actor, caseNumber, from, to, dryRun, left - 1);
		}
	}

	private String reason(Immovable immovable, String to) {
		boolean gone = immovable.elements().stream().anyMatch((step) -> this.definitions.node(to, step).isEmpty());
		return gone ? "approval.move.gone" : "approval.move.stands";
	}

	private Move carryOut(Actor actor, String caseNumber, String from, String to) {
		this.cases.lock(caseNumber);
		CaseFile file = this.cases.get(caseNumber);
		if (!file.open() || !from.equals(file.definition())) {
			return Move.not(caseNumber, List.of(), "approval.move.elsewhere");
		}
		MoveWatch.Seen before = this.watch.look(caseNumber, file.instance());
		List<String> stands = this.migrations.move(file.instance(), from, to);
		this.cases.started(caseNumber, to, file.instance());
		stands.forEach((step) -> this.work.moved(caseNumber, step, to,
				this.definitions.node(to, step).map(Node::drawnName).orElse(step)));
		this.readModel.offerAgain(caseNumber);
		int version = this.definitions.get(to).version();
		this.cases.log(caseNumber, LogEntry.of(actor.username(), "MOVED", String.valueOf(version), null));
		return new Move(caseNumber, true, stands, null,
				this.watch.between(before, this.watch.look(caseNumber, file.instance()), to));
	}

}
