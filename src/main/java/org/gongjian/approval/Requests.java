package org.gongjian.approval;

import java.util.Optional;

import org.gongjian.casefile.CaseFile;
import org.gongjian.casefile.Cases;
import org.gongjian.form.Filled;
import org.gongjian.form.FormDefinition;
import org.gongjian.engine.Retired;
import org.gongjian.engine.Suspensions;
import org.gongjian.form.Forms;
import org.gongjian.shared.Actor;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Overtaken;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Opens cases and lets those who opened them take them back. */
@Service
public class Requests {

	private final RequestWork work;

	private final SentOnce sent;

	private final Forms forms;

	private final Cases cases;

	private final Retired retired;

	Requests(RequestWork work, SentOnce sent, Forms forms, Cases cases, Retired retired) {
		this.retired = retired;
		this.work = work;
		this.sent = sent;
		this.forms = forms;
		this.cases = cases;
	}

	/**
	 * Opens a case and starts its process.
	 * @param filled the checked start form
	 */
	public CaseFile open(Filled filled) {
		return this.work.open(filled, null);
	}

	/**
	 * The same for a form that was perhaps sent before: the second sending gives the case
	 * of the first.
	 * @param token the form's one-time token
	 */
	public CaseFile open(Filled filled, String token) {
		try {
			return this.work.open(filled, token);
		}
		catch (DuplicateKeyException twice) {
			return this.sent.answer(token, filled.actor().username())
				.map((number) -> this.cases.visible(filled.actor(), number))
				.orElseThrow(() -> twice);
		}
	}

	/**
	 * The case a form has already led to. To be asked before a form is checked: what was
	 * right the first time, such as a file that waited, need not be so any more.
	 */
	public Optional<CaseFile> sent(Actor actor, String token) {
		return this.sent.answer(token, actor.username()).map((number) -> this.cases.visible(actor, number));
	}

	/**
	 * Takes a case back.
	 * @param reason why, at least five characters
	 */
	public void withdraw(Actor actor, String caseNumber, String reason) {
		this.work.withdraw(actor, caseNumber, reason);
	}

	/** Whether this person may take the case back now. */
	public boolean mayWithdraw(Actor actor, CaseFile file) {
		return this.work.mayWithdraw(actor, file);
	}

	/**
	 * Whether this person may start cases of a process. @throws NotFound without a start
	 * form
	 */
	public boolean mayStart(Actor actor, String process) {
		FormDefinition form = this.forms.start(process).orElseThrow(() -> new NotFound("process " + process));
		return !this.retired.is(process) && mayStart(actor, form);
	}

	/** Why no case of a process begins at present; empty when cases can. */
	public Optional<Suspensions.Suspension> suspension(String process) {
		return this.work.suspension(process);
	}

	/**
	 * Cases of a process can be begun at present.
	 * @throws Overtaken if it is suspended; says by whom, since when and why
	 */
	public void requireRunning(String process) {
		this.work.requireRunning(process);
	}

	static boolean mayStart(Actor actor, FormDefinition form) {
		return form.starters().isEmpty() || form.starters().stream().anyMatch(actor::has);
	}

}
