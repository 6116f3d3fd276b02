package org.gongjian.pairing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.gongjian.casefile.Cases;
import org.gongjian.engine.Call;
import org.gongjian.engine.Step;
import org.gongjian.shared.Actor;
import org.springframework.stereotype.Component;

/**
 * The step {@code collectOpenMatters}: writes into the case what is still open of the
 * pairing, for the close-out check to decide on.
 */
@Component
class CollectOpenMatters implements Step {

	private final Cases cases;

	private final Changes changes;

	private final Matters matters;

	CollectOpenMatters(Cases cases, Changes changes, Matters matters) {
		this.cases = cases;
		this.changes = changes;
		this.matters = matters;
	}

	@Override
	public String name() {
		return "collectOpenMatters";
	}

	@Override
	public void run(Call call) {
		Pairing pairing = this.changes.target(call.caseNumber()).orElseThrow();
		List<Map<String, Object>> rows = new ArrayList<>();
		for (Matters.Open open : this.matters.of(pairing)) {
			if (open.kind() != OpenMatters.Kind.PLAQUE) {
				rows.add(new HashMap<>(Map.of("matter", open.matter().number())));
			}
		}
		this.cases.write(call.caseNumber(), Map.of("openMatters", rows, "openProblems", this.matters.problems(pairing)),
				Actor.SYSTEM, call.element());
	}

}
