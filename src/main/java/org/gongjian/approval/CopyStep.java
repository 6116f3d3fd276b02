package org.gongjian.approval;

import java.util.LinkedHashSet;

import org.gongjian.engine.Assignees;
import org.gongjian.engine.Call;
import org.gongjian.engine.Step;
import org.gongjian.organisation.Roles;
import org.springframework.stereotype.Component;

/**
 * The step {@code copy}: gives a copy of the case (抄送) to the people its setting
 * {@code to} names, in the words of a node's {@code who}.
 */
@Component
class CopyStep implements Step {

	private final Assignees assignees;

	private final Roles roles;

	private final Copies copies;

	CopyStep(Assignees assignees, Roles roles, Copies copies) {
		this.assignees = assignees;
		this.roles = roles;
		this.copies = copies;
	}

	@Override
	public String name() {
		return "copy";
	}

	@Override
	public void run(Call call) {
		var people = new LinkedHashSet<String>();
		this.assignees.slots(call.settings().getOrDefault("to", ""), call::fact)
			.forEach((slot) -> people.addAll(this.roles.holders(slot)));
		this.copies.give(call.caseNumber(), people);
	}

}
