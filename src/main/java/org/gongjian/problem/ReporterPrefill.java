package org.gongjian.problem;

import java.util.Map;

import org.gongjian.form.Prefill;
import org.gongjian.shared.Actor;
import org.springframework.stereotype.Component;

/** People of one enterprise need not say which enterprise reports. */
@Component
class ReporterPrefill implements Prefill {

	@Override
	public String process() {
		return Problem.PROCESS;
	}

	@Override
	public Map<String, Object> values(Actor actor) {
		boolean reporter = actor.has("ent-liaison") || actor.has("ent-secretary");
		return (reporter && actor.organisations().size() == 1)
				? Map.of("reporterOrg", actor.organisations().iterator().next()) : Map.of();
	}

}
