package org.gongjian.pairing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.gongjian.form.Prefill;
import org.gongjian.shared.Actor;
import org.springframework.stereotype.Component;

/** A renewal, adjustment or termination begins with what is in force. */
@Component
class PairingPrefill implements Prefill {

	private final Pairings pairings;

	private final Programmes programmes;

	PairingPrefill(Pairings pairings, Programmes programmes) {
		this.pairings = pairings;
		this.programmes = programmes;
	}

	@Override
	public String process() {
		return "pairing-approval";
	}

	@Override
	public Map<String, Object> values(Actor actor) {
		return Map.of();
	}

	@Override
	public Map<String, Object> values(Actor actor, Map<String, String> asked) {
		return this.pairings.find(asked.get("pairingId"))
			.filter((pairing) -> Pairings.mayBeSeenBy(actor, pairing) && pairing.status().paired())
			.map((pairing) -> values(RequestType.of(asked.get("requestType")), pairing, asked.get("terminateReason")))
			.orElse(Map.of());
	}

	private Map<String, Object> values(RequestType type, Pairing pairing, String reason) {
		var values = new HashMap<String, Object>();
		values.put("requestType", type.name());
		values.put("pairingId", pairing.number());
		values.put("governmentOrg", pairing.governmentOrg());
		values.put("enterpriseOrg", pairing.enterpriseOrg());
		values.put("govLiaison", text(pairing.governmentLiaison()));
		values.put("entLiaison", text(pairing.enterpriseLiaison()));
		values.put("focusAreas", pairing.focusAreas());
		values.put("plannedActivities", number(pairing.plannedActivities()));
		values.put("plannedDeeds", number(pairing.plannedDeeds()));
		values.put("plaqueRequested", pairing.plaqueRequested());
		values.put("termStart", pairing.termStart().toString());
		values.put("termEnd", pairing.termEnd().toString());
		values.put("terminateReason", (type == RequestType.TERMINATE) ? reason : null);
		if (type == RequestType.RENEW) {
			LocalDate start = pairing.termEnd().plusDays(1);
			Programme programme = this.programmes.open().stream().findFirst().orElse(null);
			values.put("termStart", start.toString());
			values.put("termEnd", Renewals.end(start, programme).toString());
			values.put("programme", (programme == null) ? null : programme.code());
		}
		values.values().removeIf(java.util.Objects::isNull);
		return values;
	}

	private static String text(UUID id) {
		return (id == null) ? null : id.toString();
	}

	private static Integer number(int planned) {
		return (planned == 0) ? null : (Integer) planned;
	}

}
