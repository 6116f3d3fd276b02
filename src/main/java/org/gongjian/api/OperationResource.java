package org.gongjian.api;

import java.util.List;
import java.util.Locale;

import io.swagger.v3.oas.annotations.Operation;
import org.gongjian.api.CaseViews.CaseView;
import org.gongjian.api.TaskViews.TaskView;
import org.gongjian.approval.AddedSigner.Place;
import org.gongjian.approval.AddedSigner.Rule;
import org.gongjian.approval.Desk;
import org.gongjian.approval.HandOvers;
import org.gongjian.approval.Recalls;
import org.gongjian.approval.Signers;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What may be done with a task besides deciding it. */
@RestController
@RequestMapping("/api/v1/tasks/{id}")
class OperationResource {

	private final Desk desk;

	private final HandOvers handOvers;

	private final Signers signers;

	private final Recalls recalls;

	private final TaskViews tasks;

	private final CaseViews cases;

	OperationResource(Desk desk, HandOvers handOvers, Signers signers, Recalls recalls, TaskViews tasks,
			CaseViews cases) {
		this.desk = desk;
		this.handOvers = handOvers;
		this.signers = signers;
		this.recalls = recalls;
		this.tasks = tasks;
		this.cases = cases;
	}

	/** To whom a task goes for good, and why. */
	record Transfer(String to, String reason) implements Sent {
	}

	/** Whom one asks before deciding, and what. */
	record Delegation(String to, String question) implements Sent {
	}

	/** The answer to a question. */
	record AnswerText(String text) implements Sent {
	}

	/**
	 * People to add.
	 *
	 * @param where {@code before}, {@code after} or {@code together}
	 * @param rule {@code all}, {@code any} or {@code in-sequence}; all if left out
	 */
	record AddedSigners(List<String> users, String where, String rule, String reason) implements Sent {
	}

	/** Somebody to take out again. */
	record RemovedSigner(String user, String reason) implements Sent {
	}

	@PostMapping("/transfer")
	@Operation(summary = "api.op.transfer")
	ResponseEntity<CaseView> transfer(Actor actor, @PathVariable String id, Once once, @RequestBody Transfer sent,
			Locale locale) {
		return once.answer(sent, () -> {
			String number = number(actor, id);
			this.handOvers.transfer(actor, id, sent.to(), sent.reason());
			return ResponseEntity.ok(this.cases.view(number, locale));
		});
	}

	@PostMapping("/delegate")
	@Operation(summary = "api.op.delegate")
	ResponseEntity<CaseView> delegate(Actor actor, @PathVariable String id, Once once, @RequestBody Delegation sent,
			Locale locale) {
		return once.answer(sent, () -> {
			String number = number(actor, id);
			this.handOvers.ask(actor, id, sent.to(), sent.question());
			return ResponseEntity.ok(this.cases.view(number, locale));
		});
	}

	@PostMapping("/answer")
	@Operation(summary = "api.op.answer")
	ResponseEntity<CaseView> answer(Actor actor, @PathVariable String id, Once once, @RequestBody AnswerText sent,
			Locale locale) {
		return once.answer(sent, () -> {
			String number = number(actor, id);
			this.handOvers.answer(actor, id, sent.text());
			return ResponseEntity.ok(this.cases.view(number, locale));
		});
	}

	@PostMapping("/take-back")
	@Operation(summary = "api.op.take-back")
	ResponseEntity<TaskView> takeBack(Actor actor, @PathVariable String id, Once once, Locale locale) {
		return once.answer(null, () -> {
			this.handOvers.takeBack(actor, id);
			return ResponseEntity.ok(this.tasks.view(actor, id, locale));
		});
	}

	@PostMapping("/add-signers")
	@Operation(summary = "api.op.add-signers")
	ResponseEntity<CaseView> addSigners(Actor actor, @PathVariable String id, Once once, @RequestBody AddedSigners sent,
			Locale locale) {
		return once.answer(sent, () -> {
			String number = number(actor, id);
			this.signers.add(actor, id, sent.users(), choice(Place.class, "where", sent.where()),
					(sent.rule() == null) ? Rule.ALL : choice(Rule.class, "rule", sent.rule()), sent.reason());
			return ResponseEntity.ok(this.cases.view(number, locale));
		});
	}

	@PostMapping("/remove-signer")
	@Operation(summary = "api.op.remove-signer")
	ResponseEntity<CaseView> removeSigner(Actor actor, @PathVariable String id, Once once,
			@RequestBody RemovedSigner sent, Locale locale) {
		return once.answer(sent, () -> {
			String number = number(actor, id);
			this.signers.remove(actor, id, sent.user(), sent.reason());
			return ResponseEntity.ok(this.cases.view(number, locale));
		});
	}

	@PostMapping("/recall")
	@Operation(summary = "api.op.recall")
	ResponseEntity<TaskView> recall(Actor actor, @PathVariable String id, Once once, Locale locale) {
		return once.answer(null,
				() -> ResponseEntity.ok(this.tasks.view(actor, this.recalls.recall(actor, id), locale)));
	}

	/** Whoever hands a task on may not see the case afterwards, but its answer. */
	private String number(Actor actor, String id) {
		return this.desk.see(actor, id).caseNumber();
	}

	private static <E extends Enum<E>> E choice(Class<E> type, String field, String sent) {
		String wanted = String.valueOf(sent).toUpperCase(Locale.ROOT).replace('-', '_');
		for (E one : type.getEnumConstants()) {
			if (one.name().equals(wanted)) {
				return one;
			}
		}
		String choices = String.join(", ",
				List.of(type.getEnumConstants())
					.stream()
					.map((one) -> one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
					.toList());
		throw new InvalidInput(field, "api.violation.choice", choices);
	}

}
