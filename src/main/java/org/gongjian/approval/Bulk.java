package org.gongjian.approval;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

import org.gongjian.casefile.Numbers;
import org.gongjian.form.Answer;
import org.gongjian.form.Filled;
import org.gongjian.form.FormSessions;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotAllowed;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Overtaken;
import org.gongjian.shared.ReadOnce;
import org.gongjian.shared.Violation;
import org.gongjian.web.Traffic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Decides many tasks at once. Each is decided on its own, by the same rules and in a
 * transaction of its own: one that cannot be decided hinders no other. Sending declares
 * that one has no conflict of interest in any of them.
 */
@Service
public class Bulk {

	/** More are not taken at once. */
	public static final int MOST = 1000;

	private static final Logger log = LoggerFactory.getLogger(Bulk.class);

	private static final int FEW = 20;

	private static final Duration LONGEST_REST = Duration.ofMillis(200);

	/** How it is said with a name that somebody was first. */
	private static final Map<String, String> NAMED = Map.of("approval.decided", "approval.decided.by", "approval.held",
			"approval.held.by", "approval.handed-on", "approval.handed-on.by", "approval.gone", "approval.gone.by");

	private static final String PREFIX = "PL";

	private static final int DIGITS = 4;

	private final BulkTable table;

	private final Desk desk;

	private final NodeSettings nodes;

	private final FormSessions forms;

	private final Decisions decisions;

	private final Numbers numbers;

	private final Traffic traffic;

	private final Clock clock;

	private final TransactionTemplate transaction;

	/** One batch at a time leaves the others their share of the machine. */
	private final Semaphore turn = new Semaphore(1, true);

	Bulk(BulkTable table, Desk desk, NodeSettings nodes, FormSessions forms, Decisions decisions, Numbers numbers,
			Traffic traffic, Clock clock, PlatformTransactionManager transactions) {
		this.traffic = traffic;
		this.numbers = numbers;
		this.table = table;
		this.desk = desk;
		this.nodes = nodes;
		this.forms = forms;
		this.decisions = decisions;
		this.clock = clock;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Notes what is to be decided; {@link #run} does it.
	 * @param taskIds up to {@link #MOST} tasks
	 * @return the number of the batch
	 */
	public UUID begin(Actor actor, List<String> taskIds, String decision, String comment) {
		List<String> tasks = (taskIds == null) ? List.of() : taskIds.stream().distinct().toList();
		if (tasks.isEmpty() || tasks.size() > MOST) {
			throw new InvalidInput("ids", "approval.bulk.ids", MOST);
		}
		if (tasks.stream().anyMatch((id) -> id.isBlank() || id.length() > 64)) {
			throw new InvalidInput("ids", "approval.bulk.none");
		}
		if (decision == null || decision.isBlank() || decision.length() > 40) {
			throw new InvalidInput("decision", "approval.decision.unknown");
		}
		String remark = Reason.optional("comment", comment);
		UUID id = UUID.randomUUID();
		this.transaction.executeWithoutResult((status) -> this.table.insert(id, this.numbers.next(PREFIX, DIGITS),
				actor.username(), decision, remark, this.clock.instant(), tasks));
		return id;
	}

	/** Decides what of a batch is not decided yet, in order. */
	public void run(Actor actor, UUID batch) {
		this.turn.acquireUninterruptibly();
		try {
			BulkBatch all = get(actor, batch);
			boolean many = all.items().size() > FEW;
			for (BulkItem item : all.items().stream().filter((one) -> !one.over()).toList()) {
				Instant begun = this.clock.instant();
				long asked = this.traffic.begun();
				decide(actor, all, item);
				if (many && this.traffic.begun() > asked) {
					rest(Duration.between(begun, this.clock.instant()));
				}
			}
		}
		finally {
			this.turn.release();
		}
	}

	/**
	 * Where somebody asked for a page meanwhile it rests as long as it worked, so that
	 * pages stay quick.
	 */
	private static void rest(Duration worked) {
		LockSupport.parkNanos(Math.min(Math.max(worked.toNanos(), 0), LONGEST_REST.toNanos()));
	}

	private void decide(Actor actor, BulkBatch batch, BulkItem item) {
		Violation problem = attempt(actor, batch, item.taskId());
		this.table.over(batch.id(), item.place(), problem == null, problem);
	}

	private Violation attempt(Actor actor, BulkBatch batch, String taskId) {
		try {
			AtomicReference<Seen> seen = new AtomicReference<>();
			Filled filled = ReadOnce.look(() -> {
				WorkItem item = this.desk.see(actor, taskId);
				seen.set(this.desk.seen(item));
				return fill(actor, item, batch);
			});
			if (filled == null) {
				this.decisions.again(actor, taskId, batch.decision());
			}
			else {
				this.decisions.decideOneOf(batch.number(), actor, taskId, filled, seen.get());
			}
			return null;
		}
		catch (NotFound none) {
			return Violation.of("", "approval.bulk.none");
		}
		catch (InvalidInput invalid) {
			return invalid.violations().get(0);
		}
		catch (NotAllowed refused) {
			return Violation.of("", refused.code());
		}
		catch (Overtaken overtaken) {
			return first(overtaken);
		}
		catch (RuntimeException fault) {
			log.error("A task of batch {} could not be decided", batch.id(), fault);
			return Violation.of("", "approval.bulk.fault");
		}
	}

	/** Whoever was first is named, where there is somebody. */
	private static Violation first(Overtaken overtaken) {
		String named = (overtaken.decidedBy() == null) ? null : NAMED.get(overtaken.code());
		return (named == null) ? Violation.of("", overtaken.code()) : Violation.of("", named, overtaken.decidedBy());
	}

	/** The form of an open task with the common answer; {@code null} if it is closed. */
	private Filled fill(Actor actor, WorkItem item, BulkBatch batch) {
		if (!item.open()) {
			return null;
		}
		if (!this.desk.asked(actor, item)) {
			throw new NotAllowed("approval.not-yours");
		}
		if (off(this.nodes, item)) {
			throw new InvalidInput("", "approval.bulk.off");
		}
		return this.forms.fill(this.desk.context(actor, item), Map.of(), answer(batch.decision(), batch.remark()));
	}

	/** Whether the step does not let its tasks be decided with others. */
	static boolean off(NodeSettings nodes, WorkItem item) {
		return "false".equals(nodes.of(item).get("bulk"));
	}

	static Answer answer(String decision, String comment) {
		return Answer.of(decision, comment, Map.of("coiDeclared", "true"));
	}

	/** Lets those that failed be tried again. */
	public void again(Actor actor, UUID batch) {
		get(actor, batch);
		this.table.again(batch);
	}

	/**
	 * A batch of this person.
	 * @throws NotFound if there is none or it is somebody else's
	 */
	public BulkBatch get(Actor actor, UUID batch) {
		return this.table.find(batch, actor.username()).orElseThrow(() -> new NotFound("batch " + batch));
	}

}
