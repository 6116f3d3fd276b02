package org.gongjian.inbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.gongjian.approval.Requests;
import org.gongjian.engine.Definitions;
import org.gongjian.engine.Definitions.Released;
import org.gongjian.engine.Suspensions;
import org.gongjian.form.Catalogue;
import org.gongjian.form.Draft;
import org.gongjian.form.Drafts;
import org.gongjian.form.Filled;
import org.gongjian.form.FormAdvice;
import org.gongjian.form.FormContext;
import org.gongjian.form.FormDefinition;
import org.gongjian.form.Forms;
import org.gongjian.form.Prefill;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Bilingual;
import org.gongjian.shared.NotFound;
import org.springframework.stereotype.Component;

/** Gathers what the pages show on which cases are started. */
@Component
class StartPages {

	private final Definitions definitions;

	private final Forms forms;

	private final Drafts drafts;

	private final Requests requests;

	private final List<Prefill> prefills;

	private final List<FormAdvice> advisers;

	private final Again again;

	StartPages(Definitions definitions, Forms forms, Drafts drafts, Requests requests, List<Prefill> prefills,
			List<FormAdvice> advisers, Again again) {
		this.definitions = definitions;
		this.forms = forms;
		this.drafts = drafts;
		this.requests = requests;
		this.prefills = prefills;
		this.advisers = advisers;
		this.again = again;
	}

	/** The processes this person may start, each with the draft begun, if any. */
	List<Entry> entries(Actor actor, Locale locale) {
		Map<String, Instant> begun = new HashMap<>();
		for (Draft draft : this.drafts.of(actor, FormContext.Kind.START)) {
			begun.put(draft.subject(), draft.updatedAt());
		}
		List<Entry> entries = new ArrayList<>();
		for (Released released : this.definitions.newest()) {
			FormDefinition form = this.forms.catalogue(released.id()).startForm().orElse(null);
			if (form != null && this.requests.mayStart(actor, released.process())) {
				String help = (form.help() == null) ? null : form.help().in(locale);
				entries.add(new Entry(released.process(), Bilingual.ofName(released.name()).in(locale),
						form.title().in(locale), help, begun.get(released.process()),
						this.requests.suspension(released.process()).orElse(null)));
			}
		}
		return entries;
	}

	/**
	 * The start form of a process for somebody.
	 * @throws NotFound if there is none, or it is not theirs to start
	 */
	FormContext context(Actor actor, String process) {
		return context(actor, process, Map.of());
	}

	/**
	 * The same, beginning with what a link says.
	 */
	FormContext context(Actor actor, String process, Map<String, String> asked) {
		Released released = this.definitions.newest(process).orElseThrow(() -> new NotFound("process " + process));
		Catalogue catalogue = this.forms.catalogue(released.id());
		if (catalogue.startForm().isEmpty() || !this.requests.mayStart(actor, process)) {
			throw new NotFound("process " + process);
		}
		this.requests.requireRunning(process);
		FormContext context = FormContext.start(actor, process, catalogue);
		if (asked.containsKey("again")) {
			return context.beginningWith(this.again.values(actor, context, asked.get("again")));
		}
		return this.prefills.stream()
			.filter((prefill) -> prefill.process().equals(process))
			.findFirst()
			.map((prefill) -> context
				.beginningWith(asked.isEmpty() ? prefill.values(actor) : prefill.values(actor, asked)))
			.orElse(context);
	}

	/** What to know before a start form is sent. */
	List<FormAdvice.Hint> advice(Filled filled) {
		return this.advisers.stream()
			.filter((adviser) -> adviser.concerns(filled.process(), filled.step()))
			.flatMap((adviser) -> adviser.advise(filled).stream())
			.toList();
	}

	/** What the process is called. */
	String name(String process, Locale locale) {
		return this.definitions.newest(process)
			.map((released) -> Bilingual.ofName(released.name()).in(locale))
			.orElse(process);
	}

	/**
	 * A process one may start.
	 *
	 * @param process its key
	 * @param name what it is called
	 * @param title what one does by starting it
	 * @param help a sentence about it, or {@code null}
	 * @param draftSavedAt when a draft of it was kept last, or {@code null}
	 * @param suspended why no case of it begins at present, or {@code null}
	 */
	record Entry(String process, String name, String title, String help, Instant draftSavedAt,
			Suspensions.Suspension suspended) {
	}

}
