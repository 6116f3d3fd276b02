package org.gongjian.pairing;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.gongjian.form.Choice;
import org.gongjian.form.ReferenceSource;
import org.gongjian.organisation.Organisation;
import org.gongjian.organisation.Organisations;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Bilingual;

import org.springframework.stereotype.Component;

/** Pairings in force that can be chosen in a form, by number. */
@Component
class PairingSource implements ReferenceSource {

	private final Pairings pairings;

	private final Organisations organisations;

	PairingSource(Pairings pairings, Organisations organisations) {
		this.pairings = pairings;
		this.organisations = organisations;
	}

	@Override
	public String kind() {
		return "pairing";
	}

	@Override
	public List<Choice> search(String q, Map<String, Object> data, Actor actor, int limit) {
		return PairingStatus.PAIRED.stream()
			.flatMap((status) -> this.pairings.list(actor, new PairingFilter(q, status, ""), null, limit)
				.items()
				.stream())
			.limit(limit)
			.map(this::choice)
			.toList();
	}

	@Override
	public Optional<Choice> find(String id) {
		return this.pairings.find(id).filter((pairing) -> id.equals(pairing.number())).map(this::choice);
	}

	@Override
	public boolean mayChoose(String id, Map<String, Object> data, Actor actor) {
		return this.pairings.find(id)
			.filter((pairing) -> id.equals(pairing.number()) && Pairings.mayBeSeenBy(actor, pairing))
			.isPresent();
	}

	private Choice choice(Pairing pairing) {
		Bilingual government = name(pairing.governmentOrg());
		Bilingual enterprise = name(pairing.enterpriseOrg());
		Bilingual both = new Bilingual(government.en() + " · " + enterprise.en(),
				government.zh() + " · " + enterprise.zh());
		return new Choice(pairing.number(), new Bilingual(pairing.number(), pairing.number()), both);
	}

	private Bilingual name(String code) {
		return this.organisations.find(code).map(Organisation::names).orElse(new Bilingual(code, code));
	}

}
