package org.gongjian.approval;

import org.gongjian.engine.Call;
import org.gongjian.engine.Step;
import org.springframework.stereotype.Component;

/** The step {@code remind}: reminds the people at the node its boundary timer sits on. */
@Component
class RemindStep implements Step {

	private final WorkTable work;

	private final Routing routing;

	RemindStep(WorkTable work, Routing routing) {
		this.work = work;
		this.routing = routing;
	}

	@Override
	public String name() {
		return "remind";
	}

	@Override
	public void run(Call call) {
		String node = call.attachedTo();
		this.work.ofCase(call.caseNumber())
			.stream()
			.filter((item) -> item.open() && item.step().equals(node))
			.forEach(this.routing::remind);
	}

}
