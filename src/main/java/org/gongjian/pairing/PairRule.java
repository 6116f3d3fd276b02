package org.gongjian.pairing;

import java.util.Set;

import org.gongjian.form.Filled;
import org.gongjian.form.FormRule;
import org.gongjian.form.Violations;
import org.gongjian.shared.Actor;

import org.springframework.stereotype.Component;

/**
 * Who may propose which pair: one's own organisation, a pair not taken, quotas explained.
 */
@Component
class PairRule implements FormRule {

	private static final Set<String> STEPS = Set.of("start-propose", "task-correct");

	private final Programmes programmes;

	private final PairingTable table;

	PairRule(Programmes programmes, PairingTable table) {
		this.programmes = programmes;
		this.table = table;
	}

	@Override
	public boolean concerns(String process, String step) {
		return process.equals("pairing-approval") && STEPS.contains(step);
	}

	@Override
	public void check(Filled filled, Violations out) {
		String government = filled.text("governmentOrg");
		String enterprise = filled.text("enterpriseOrg");
		if (government == null || enterprise == null) {
			return;
		}
		own(filled.actor(), government, enterprise, out);
		if (RequestType.of(filled.text("requestType")) != RequestType.NEW) {
			return;
		}
		this.table.taking(government, enterprise)
			.filter((other) -> !String.valueOf(other.caseNumber()).equals(filled.caseNumber()))
			.ifPresent((other) -> out.add("enterpriseOrg",
					other.status().paired() ? "pairing.violation.paired" : "pairing.violation.proposed",
					shown(filled, other)));
		if (filled.text("waiverReason") == null) {
			this.programmes.find(filled.text("programme"))
				.filter((programme) -> full(programme, government, enterprise))
				.ifPresent((programme) -> out.add("waiverReason", "pairing.violation.waiver-reason"));
		}
	}

	private static void own(Actor actor, String government, String enterprise, Violations out) {
		boolean allowed = actor.has("party-officer") || actor.groups().contains("gov-liaison@" + government)
				|| actor.groups().contains("ent-liaison@" + enterprise);
		if (!allowed) {
			out.add(actor.has("gov-liaison") ? "governmentOrg" : "enterpriseOrg", "pairing.violation.own-organisation");
		}
	}

	private boolean full(Programme programme, String government, String enterprise) {
		return this.table.active(government) >= this.programmes.maxPerGov(programme)
				|| this.table.active(enterprise) >= this.programmes.maxPerEnt(programme);
	}

	/** A number only to those who may see it. */
	private static String shown(Filled filled, Pairing other) {
		return Pairings.mayBeSeenBy(filled.actor(), other) ? String.valueOf(other.handle()) : "—";
	}

}
