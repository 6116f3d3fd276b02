package org.gongjian.api;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.gongjian.inbox.Register;
import org.gongjian.plaque.Plaque;
import org.gongjian.plaque.PlaqueFilter;
import org.gongjian.plaque.PlaqueState;
import org.gongjian.plaque.Plaques;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.Slice;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The ledger of plaques for programs. */
@Component
class PlaquesRegister implements Register {

	private final Plaques plaques;

	PlaquesRegister(Plaques plaques) {
		this.plaques = plaques;
	}

	@Override
	public String name() {
		return "plaques";
	}

	@Override
	public Slice<Map<String, Object>> page(Actor actor, String q, String status, String cursor, int limit) {
		boolean known = status == null || status.isBlank()
				|| Arrays.stream(PlaqueState.values()).anyMatch((state) -> state.name().equals(status));
		if (!known) {
			throw new InvalidInput("status", "api.violation.choice", Search.list(List.of(PlaqueState.values())));
		}
		return this.plaques.list(actor, new PlaqueFilter(q, status), cursor, limit).map(PlaquesRegister::row);
	}

	@Override
	public Optional<Map<String, Object>> find(Actor actor, String number) {
		return Optional.of(row(this.plaques.visible(actor, number)));
	}

	private static Map<String, Object> row(Plaque plaque) {
		Map<String, Object> row = new LinkedHashMap<>();
		row.put("number", plaque.number());
		row.put("status", plaque.state());
		row.put("organisation", plaque.organisation());
		row.put("organisationName", plaque.name().in(LocaleContextHolder.getLocale()));
		row.put("pairing", plaque.pairing());
		row.put("text", plaque.text());
		row.put("issuer", plaque.issuer());
		row.put("validFrom", plaque.validFrom());
		row.put("validTo", plaque.validTo());
		row.put("handedOn", plaque.handedOn());
		row.put("hungOn", plaque.hungOn());
		row.put("hangPlace", plaque.hangPlace());
		row.put("replacedBy", plaque.replacedBy());
		row.put("demo", plaque.demo());
		return row;
	}

}
