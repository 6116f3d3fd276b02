package org.gongjian.api;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.gongjian.approval.ReadModel;
import org.gongjian.shared.Actor;
import org.gongjian.shared.NotAllowed;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether people's lists equal the engine's tasks. */
@RestController
@Tag(name = "api.tag.administration")
class ConsistencyResource {

	private final ReadModel readModel;

	ConsistencyResource(ReadModel readModel) {
		this.readModel = readModel;
	}

	/** Every difference found, in English; none when all is well. */
	record Consistency(boolean consistent, List<String> differences) {
	}

	@GetMapping("/api/v1/admin/consistency")
	@Operation(summary = "api.op.consistency", description = "api.op.consistency.more")
	Consistency compare(Actor actor) {
		if (!actor.has("process-admin")) {
			throw new NotAllowed("api.process-admin");
		}
		List<String> differences = this.readModel.differences();
		return new Consistency(differences.isEmpty(), differences);
	}

}
