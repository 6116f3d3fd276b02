package org.gongjian.pairing;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.gongjian.inbox.Register;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.Slice;
import org.springframework.stereotype.Component;

/** The register of pairings for programs. */
@Component
class PairingRegister implements Register {

	private final Pairings pairings;

	PairingRegister(Pairings pairings) {
		this.pairings = pairings;
	}

	@Override
	public String name() {
		return "pairings";
	}

	@Override
	public Slice<Map<String, Object>> page(Actor actor, String q, String status, String cursor, int limit) {
		var filter = new PairingFilter(Objects.toString(q, ""), status(status), "");
		return this.pairings.list(actor, filter, cursor, limit).map(PairingRegister::row);
	}

	@Override
	public Optional<Map<String, Object>> find(Actor actor, String number) {
		return this.pairings.find(number)
			.filter((pairing) -> Pairings.mayBeSeenBy(actor, pairing))
			.map(PairingRegister::row);
	}

	private static PairingStatus status(String name) {
		if (name == null || name.isBlank()) {
			return null;
		}
		return Arrays.stream(PairingStatus.values())
			.filter((status) -> status.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new InvalidInput("status", "web.violation.unknown"));
	}

	private static Map<String, Object> row(Pairing pairing) {
		var row = new LinkedHashMap<String, Object>();
		row.put("number", pairing.handle());
		row.put("case", pairing.caseNumber());
		row.put("programme", pairing.programme());
		row.put("governmentOrg", pairing.governmentOrg());
		row.put("enterpriseOrg", pairing.enterpriseOrg());
		row.put("status", pairing.status().name());
		row.put("focusAreas", pairing.focusAreas());
		row.put("termStart", text(pairing.termStart()));
		row.put("termEnd", text(pairing.termEnd()));
		row.put("inForceOn", text(pairing.inForceOn()));
		row.put("endedOn", text(pairing.endedOn()));
		row.put("keyPair", pairing.keyPair());
		row.put("provenance", pairing.provenance());
		return row;
	}

	private static String text(Object day) {
		return (day == null) ? null : day.toString();
	}

}
