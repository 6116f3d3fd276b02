package org.gongjian.approval;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.gongjian.casefile.Attachments;
import org.gongjian.casefile.CaseFile;
import org.gongjian.casefile.Cases;
import org.gongjian.casefile.LogEntry;
import org.gongjian.casefile.NewCase;
import org.gongjian.casefile.Numbers;
import org.gongjian.engine.Definitions;
import org.gongjian.engine.Processes;
import org.gongjian.engine.Retired;
import org.gongjian.engine.Suspensions;
import org.gongjian.form.Filled;
import org.gongjian.form.FormDefinition;
import org.gongjian.form.Labels;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Bilingual;
import org.gongjian.shared.NotAllowed;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Overtaken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One transaction per operation on a whole case. */
@Service
@Transactional
class RequestWork {

	private static final String STAYS = "withdrawable";

	private static final Set<String> STARTING_ROLES = Set.of("gov-liaison", "gov-secretary", "ent-liaison",
			"ent-secretary");

	private final Cases cases;

	private final Numbers numbers;

	private final Attachments attachments;

	private final Definitions definitions;

	private final Processes processes;

	private final SentOnce sent;

	private final Labels labels;

	private final Retired retired;

	private final Suspensions suspensions;

	private final List<KeptApart> apart;

	RequestWork(Cases cases, Numbers numbers, Attachments attachments, Definitions definitions, Processes processes,
			SentOnce sent, Labels labels, Retired retired, Suspensions suspensions, List<KeptApart> apart) {
		this.suspensions = suspensions;
		this.apart = apart;
		this.retired = retired;
		this.cases = cases;
		this.numbers = numbers;
		this.attachments = attachments;
		this.definitions = definitions;
		this.processes = processes;
		this.sent = sent;
		this.labels = labels;
	}

	CaseFile open(Filled filled, String token) {
		FormDefinition form = filled.context().form();
		Actor actor = filled.actor();
		if (!Requests.mayStart(actor, form)) {
			throw new NotAllowed("approval.start.not-allowed");
		}
		String process = filled.process();
		if (this.retired.is(process)) {
			throw new NotAllowed("approval.start.retired");
		}
		requireRunning(process);
		String definition = this.definitions.newest(process).orElseThrow(() -> new NotFound(process)).id();
		String number = this.numbers.next((form.numberPrefix() == null) ? prefix(process) : form.numberPrefix(),
				Math.max(4, form.numberDigits()));
		if (token != null) {
			this.sent.keep(token, actor.username(), number);
		}
		String organisation = organisation(actor, filled.parties());
		Bilingual title = this.labels.title(form, filled.values());
		this.cases.open(new NewCase(number, process, title, actor.username(), organisation, filled.parties()),
				definition);
		this.cases.write(number, kept(process, number, filled.values()), actor, form.step());
		this.attachments.adopt(actor, filled.files(), number);
		this.cases.log(number, new LogEntry(null, actor.username(), null, "STARTED", form.step(),
				form.title().en() + " " + form.title().zh(), null, null, 1, null, null));
		start(filled, number, organisation);
		return this.cases.get(number);
	}

	@Transactional(readOnly = true)
	Optional<Suspensions.Suspension> suspension(String process) {
		return this.suspensions.of(process);
	}

	@Transactional(readOnly = true)
	void requireRunning(String process) {
		suspension(process).ifPresent((suspended) -> {
			throw new Overtaken("approval.start.suspended", suspended.by(), suspended.at(), suspended.reason());
		});
	}

	private Map<String, Object> kept(String process, String number, Map<String, Object> values) {
		Map<String, Object> kept = values;
		for (KeptApart one : this.apart) {
			kept = one.process().equals(process) ? one.apart(number, kept) : kept;
		}
		return kept;
	}

	private void start(Filled filled, String number, String organisation) {
		Map<String, Object> facts = new HashMap<>(filled.facts());
		facts.put("caseNumber", number);
		facts.putAll(about(filled.actor(), organisation));
		var started = this.processes.start(filled.process(), number, facts);
		this.cases.started(number, started.definition(), started.instance());
	}

	/** What diagrams know of who started a case. */
	static Map<String, Object> about(Actor initiator, String organisation) {
		Map<String, Object> about = new HashMap<>();
		about.put("initiator", initiator.username());
		about.put("initiatorOrg", organisation);
		about.put("initiatorRole", role(initiator, organisation));
		return about;
	}

	/** The party the initiator belongs to; nobody's for people of the zone. */
	static String organisation(Actor actor, Set<String> parties) {
		return parties.stream()
			.filter(actor.organisations()::contains)
			.filter((org) -> role(actor, org) != null)
			.findFirst()
			.orElse(null);
	}

	private static String role(Actor actor, String organisation) {
		return actor.groups()
			.stream()
			.filter((group) -> group.endsWith("@" + organisation))
			.map((group) -> group.substring(0, group.indexOf('@')))
			.filter(STARTING_ROLES::contains)
			.findFirst()
			.orElse(null);
	}

	private static String prefix(String process) {
		StringBuilder initials = new StringBuilder();
		for (String word : List.of(process.split("-"))) {
			initials.append(word.substring(0, 1).toUpperCase(Locale.ROOT));
		}
		return initials.toString();
	}

	boolean mayWithdraw(Actor actor, CaseFile file) {
		return file.open() && actor.username().equals(file.initiator())
				&& !Boolean.FALSE.equals(this.processes.facts(file.number()).get(STAYS))
				&& this.processes.canBeWithdrawn(file.number());
	}

	void withdraw(Actor actor, String caseNumber, String reason) {
		this.cases.visible(actor, caseNumber);
		this.cases.lock(caseNumber);
		CaseFile file = this.cases.get(caseNumber);
		if (!actor.username().equals(file.initiator())) {
			throw new NotAllowed("approval.withdraw.not-yours");
		}
		if (!file.open()) {
			throw Deeds.ended(this.cases.log(caseNumber), file);
		}
		String why = Reason.required("reason", reason, "approval.withdraw.reason");
		if (!mayWithdraw(actor, file)) {
			throw new NotAllowed("approval.withdraw.too-late");
		}
		this.cases.log(caseNumber, LogEntry.of(actor.username(), "WITHDRAWN", null, why));
		this.processes.withdraw(caseNumber);
	}

}
