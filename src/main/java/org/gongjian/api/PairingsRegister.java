package org.gongjian.api;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.gongjian.inbox.Register;
import org.gongjian.pairing.Pairing;
import org.gongjian.pairing.PairingFilter;
import org.gongjian.pairing.PairingRow;
import org.gongjian.pairing.PairingStatus;
import org.gongjian.pairing.Pairings;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.Slice;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The register of pairings for programs. */
@Component
class PairingsRegister implements Register {

	private final Pairings pairings;

	PairingsRegister(Pairings pairings) {
		this.pairings = pairings;
	}

	@Override
	public String name() {
		return "pairings";
	}

	@Override
	public Slice<Map<String, Object>> page(Actor actor, String q, String status, String cursor, int limit) {
		return this.pairings.rows(actor, new PairingFilter(q, status(status), ""), cursor, limit)
			.map(PairingsRegister::row);
	}

	@Override
	public Optional<Map<String, Object>> find(Actor actor, String number) {
		return this.pairings.find(number)
			.filter((pairing) -> Pairings.mayBeSeenBy(actor, pairing))
			.map(PairingsRegister::row);
	}

	private static PairingStatus status(String name) {
		if (name == null || name.isBlank()) {
			return null;
		}
		return Arrays.stream(PairingStatus.values())
			.filter((status) -> status.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new InvalidInput("status", "api.violation.choice",
					Search.list(List.of(PairingStatus.values()))));
	}

	private static Map<String, Object> row(PairingRow named) {
		Map<String, Object> row = row(named.pairing());
		row.put("governmentOrgName", named.government().in(LocaleContextHolder.getLocale()));
		row.put("enterpriseOrgName", named.enterprise().in(LocaleContextHolder.getLocale()));
		return row;
	}

	private static Map<String, Object> row(Pairing pairing) {
		Map<String, Object> row = new LinkedHashMap<>();
		row.put("number", pairing.number());
		row.put("case", pairing.caseNumber());
		row.put("programme", pairing.programme());
		row.put("status", pairing.status());
		row.put("governmentOrg", pairing.governmentOrg());
		row.put("enterpriseOrg", pairing.enterpriseOrg());
		row.put("focusAreas", pairing.focusAreas());
		row.put("termStart", pairing.termStart());
		row.put("termEnd", pairing.termEnd());
		row.put("plannedActivities", pairing.plannedActivities());
		row.put("plannedDeeds", pairing.plannedDeeds());
		row.put("keyPair", pairing.keyPair());
		row.put("proposedAt", pairing.proposedAt());
		row.put("approvedOn", pairing.approvedOn());
		row.put("inForceOn", pairing.inForceOn());
		row.put("endedOn", pairing.endedOn());
		row.put("ceremonyOn", pairing.ceremonyOn());
		row.put("demo", pairing.demo());
		return row;
	}

}
