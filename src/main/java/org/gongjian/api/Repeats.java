package org.gongjian.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import org.gongjian.api.AnswerTable.Kept;
import org.gongjian.engine.Contended;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotAllowed;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Overtaken;
import org.gongjian.shared.RealTime;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries out requests once. The key, what the request changes and its answer are written
 * in one transaction: a crash leaves all of it or nothing. Two at once queue up at the
 * row of the key.
 */
@Component
class Repeats {

	/**
	 * How long an answer is remembered, in real time: a clock that is moved forgets none.
	 */
	static final Duration KEPT = Duration.ofHours(24);

	/** The request whose refusal is to be remembered, as an attribute of the request. */
	static final String REFUSED = Repeats.class.getName();

	private static final int TRIES = 4;

	private static final String BUSY = "api.key.busy";

	private static final String CONTENDED = "approval.busy";

	/** Refusals that a second try may not meet. */
	private static final Set<String> PASSING = Set.of(BUSY, CONTENDED);

	private final AnswerTable table;

	private final TransactionTemplate transaction;

	private final JsonMapper json;

	private final JsonMapper sorted;

	private final RealTime time;

	Repeats(AnswerTable table, PlatformTransactionManager transactions, JsonMapper json, RealTime time) {
		this.table = table;
		this.transaction = new TransactionTemplate(transactions);
		this.json = json;
		this.sorted = json.rebuild().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();
		this.time = time;
	}

	/** What tells one request from another; the order of fields does not matter. */
	String hash(String request, Object body) {
		return Hash.of(request + "\n" + ((body == null) ? "" : this.sorted.writeValueAsString(body)));
	}

	<T> ResponseEntity<T> once(Sending sending, HttpServletRequest request, Supplier<ResponseEntity<T>> work) {
		for (int tried = 1;; tried++) {
			replay(sending);
			try {
				return this.transaction.execute((status) -> carryOut(sending, work));
			}
			catch (DuplicateKeyException | UnexpectedRollbackException | Contended again) {
				// the same request was carried out meanwhile, or ours met another change
				if (tried == TRIES) {
					throw (again instanceof DuplicateKeyException) ? again : new Overtaken(CONTENDED);
				}
			}
			catch (InvalidInput | NotAllowed | NotFound | Overtaken refused) {
				remember(sending, request, refused);
				throw refused;
			}
		}
	}

	/** Carries out a request without a key. */
	<T> ResponseEntity<T> eachTime(Supplier<ResponseEntity<T>> work) {
		for (int tried = 1;; tried++) {
			try {
				return work.get();
			}
			catch (Contended again) {
				if (tried == TRIES) {
					throw new Overtaken(CONTENDED);
				}
			}
		}
	}

	private <T> ResponseEntity<T> carryOut(Sending sending, Supplier<ResponseEntity<T>> work) {
		Instant now = this.time.now();
		this.table.forget(sending, now.minus(KEPT));
		try {
			this.table.take(sending, now);
		}
		catch (DuplicateKeyException taken) {
			throw taken;
		}
		catch (ConcurrencyFailureException waited) {
			throw new Overtaken(BUSY);
		}
		ResponseEntity<T> answer = work.get();
		String location = answer.getHeaders().getFirst(HttpHeaders.LOCATION);
		String body = (answer.getBody() == null) ? null : this.json.writeValueAsString(answer.getBody());
		this.table.answer(sending,
				new Answered(answer.getStatusCode().value(), MediaType.APPLICATION_JSON_VALUE, location, body));
		return answer;
	}

	private void replay(Sending sending) {
		Optional<Kept> kept = this.table.find(sending, this.time.now().minus(KEPT));
		if (kept.isPresent()) {
			if (!kept.get().request().equals(sending.request())) {
				throw new InvalidInput(OnceArgument.KEY, "api.violation.key-used");
			}
			throw new Replayed(kept.get().answered());
		}
	}

	private static void remember(Sending sending, HttpServletRequest request, RuntimeException refused) {
		boolean passing = refused instanceof Overtaken overtaken && PASSING.contains(overtaken.code());
		if (!passing) {
			request.setAttribute(REFUSED, sending);
		}
	}

	/** Remembers a refusal; nothing else of the request is left. */
	void refused(Sending sending, int status, Object problem) {
		Answered answered = new Answered(status, MediaType.APPLICATION_PROBLEM_JSON_VALUE, null,
				this.json.writeValueAsString(problem));
		try {
			this.transaction.executeWithoutResult((done) -> {
				Instant now = this.time.now();
				this.table.forget(sending, now.minus(KEPT));
				this.table.take(sending, now);
				this.table.answer(sending, answered);
			});
		}
		catch (DuplicateKeyException | ConcurrencyFailureException known) {
			// the other sending remembers its own
		}
	}

	/** Forgets answers nobody can ask for any more. */
	@Scheduled(cron = "${gongjian.api.clean-up:0 20 * * * *}")
	void cleanUp() {
		this.table.forget(this.time.now().minus(KEPT));
	}

}
