package org.gongjian.approval;

import org.gongjian.engine.Call;
import org.gongjian.engine.Step;
import org.springframework.stereotype.Component;

/**
 * The step {@code escalate}: asks the superiors too, for the node its boundary timer sits
 * on.
 */
@Component
class EscalateStep implements Step {

	private final WorkTable work;

	private final Routing routing;

	EscalateStep(WorkTable work, Routing routing) {
		this.work = work;
		this.routing = routing;
	}

	@Override
	public String name() {
		return "escalate";
	}

	@Override
	public void run(Call call) {
		String node = call.attachedTo();
		this.work.ofCase(call.caseNumber())
			.stream()
			.filter((item) -> item.open() && item.step().equals(node))
			.forEach(this.routing::escalate);
	}

}
