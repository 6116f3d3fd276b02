package org.gongjian.plaque;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.gongjian.inbox.Register;
import org.gongjian.shared.Actor;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Slice;
import org.springframework.stereotype.Component;

/** The ledger of plaques for programs. */
@Component
class PlaqueRegister implements Register {

	private final Plaques plaques;

	PlaqueRegister(Plaques plaques) {
		this.plaques = plaques;
	}

	@Override
	public String name() {
		return "plaques";
	}

	@Override
	public Slice<Map<String, Object>> page(Actor actor, String q, String status, String cursor, int limit) {
		return this.plaques.list(actor, new PlaqueFilter(q, status), cursor, limit).map(PlaqueRegister::row);
	}

	@Override
	public Optional<Map<String, Object>> find(Actor actor, String number) {
		try {
			return Optional.of(row(this.plaques.visible(actor, number)));
		}
		catch (NotFound hidden) {
			return Optional.empty();
		}
	}

	private static Map<String, Object> row(Plaque plaque) {
		var row = new LinkedHashMap<String, Object>();
		row.put("number", plaque.number());
		row.put("organisation", plaque.organisation());
		row.put("pairing", plaque.pairing());
		row.put("text", plaque.text());
		row.put("issuer", plaque.issuer());
		row.put("state", plaque.state().name());
		row.put("validFrom", text(plaque.validFrom()));
		row.put("validTo", text(plaque.validTo()));
		row.put("handedOn", text(plaque.handedOn()));
		row.put("hungOn", text(plaque.hungOn()));
		row.put("hangPlace", plaque.hangPlace());
		row.put("replacedBy", plaque.replacedBy());
		row.put("provenance", plaque.provenance());
		return row;
	}

	private static String text(Object day) {
		return (day == null) ? null : day.toString();
	}

}
