package org.gongjian.approval;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.gongjian.casefile.CaseFile;
import org.gongjian.engine.Definitions;
import org.gongjian.engine.Retired;
import org.gongjian.form.Answer;
import org.gongjian.form.FormContext;
import org.gongjian.form.FormDefinition;
import org.gongjian.form.FormSessions;
import org.gongjian.form.Forms;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotFound;
import org.springframework.stereotype.Service;

/**
 * Opens cases that nobody filled in a form for: a job's, a row's of another case. The
 * start form is checked all the same.
 */
@Service
public class HouseRequests {

	private final Requests requests;

	private final FormSessions sessions;

	private final Forms forms;

	private final Definitions definitions;

	private final Retired retired;

	HouseRequests(Requests requests, FormSessions sessions, Forms forms, Definitions definitions, Retired retired) {
		this.retired = retired;
		this.requests = requests;
		this.sessions = sessions;
		this.forms = forms;
		this.definitions = definitions;
	}

	/**
	 * Whether cases of this process can be opened: it is released and has a start form.
	 */
	public boolean knows(String process) {
		return this.forms.start(process).isPresent() && !this.retired.is(process);
	}

	/**
	 * Opens a case in the caller's transaction.
	 * @param process the process key
	 * @param initiator whose case it will be; {@link Actor#SYSTEM} for nobody's. Need not
	 * hold a role that may start the process: the house starts it
	 * @param data the fields of the start form, as programs write them
	 * @throws NotFound without such a process
	 * @throws InvalidInput with every field that is wrong; nothing was opened
	 */
	public CaseFile open(String process, Actor initiator, Map<String, Object> data) {
		FormDefinition form = this.forms.start(process).orElseThrow(() -> new NotFound("process " + process));
		String definition = this.definitions.newest(process).orElseThrow().id();
		FormContext context = FormContext.start(letIn(initiator, form), process, this.forms.catalogue(definition));
		return this.requests.open(this.sessions.fill(context, data, Answer.of(null, null, data)));
	}

	private static Actor letIn(Actor initiator, FormDefinition form) {
		if (Requests.mayStart(initiator, form)) {
			return initiator;
		}
		String role = form.starters().get(0);
		Set<String> roles = new HashSet<>(initiator.roles());
		roles.add(role);
		Set<String> groups = new HashSet<>(initiator.groups());
		groups.add(role);
		return new Actor(initiator.username(), initiator.name(), initiator.nameEn(), roles, groups,
				initiator.organisations(), initiator.zoneWide());
	}

}
