package org.gongjian.activity;

import java.util.List;
import java.util.Map;

import org.gongjian.form.Prefill;
import org.gongjian.pairing.Pairing;
import org.gongjian.pairing.Pairings;
import org.gongjian.shared.Actor;
import org.springframework.stereotype.Component;

/**
 * A proposal begun on the page of a pairing knows the pairing, the host and its partner.
 */
@Component
class ProposalPrefill implements Prefill {

	private final Pairings pairings;

	ProposalPrefill(Pairings pairings) {
		this.pairings = pairings;
	}

	@Override
	public String process() {
		return ActivityProposalRule.PROCESS;
	}

	@Override
	public Map<String, Object> values(Actor actor) {
		return Map.of();
	}

	@Override
	public Map<String, Object> values(Actor actor, Map<String, String> asked) {
		return this.pairings.find(asked.get("pairing"))
			.filter((pairing) -> pairing.livedBy(actor))
			.map((pairing) -> values(actor, pairing))
			.orElse(Map.of());
	}

	private static Map<String, Object> values(Actor actor, Pairing pairing) {
		String host = actor.organisations().contains(pairing.enterpriseOrg()) ? pairing.enterpriseOrg()
				: pairing.governmentOrg();
		return Map.of("pairing", pairing.number(), "hostOrg", host, "coHosts",
				List.of(Map.of("organisation", pairing.partnerOf(host))));
	}

}
