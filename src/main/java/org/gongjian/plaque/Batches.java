package org.gongjian.plaque;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.gongjian.form.Prefill;
import org.gongjian.shared.Actor;
import org.gongjian.shared.NotAllowed;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The batch that collects who waits for a plaque. */
@Service
@Transactional
class Batches implements Prefill {

	/** The role that proposes awards and runs ceremonies. */
	static final String OFFICER = "party-officer";

	private static final Set<String> TYPES = Set.of("NEW", "RENEW", "REPLACE", "REVOKE", "RECALL");

	private final BatchTable table;

	Batches(BatchTable table) {
		this.table = table;
	}

	/** Both sides of a pairing wait for their plaque. */
	void collect(String pairing, String governmentOrg, String enterpriseOrg) {
		var collecting = this.table.collecting();
		this.table.wait(collecting, governmentOrg, pairing);
		this.table.wait(collecting, enterpriseOrg, pairing);
	}

	/** Who waits, longest first. */
	@Transactional(readOnly = true)
	List<BatchTable.Waiting> waiting() {
		return this.table.waiting();
	}

	/** Takes somebody off the list. */
	void remove(Actor actor, String organisation) {
		requireOfficer(actor);
		this.table.waitNoLonger(this.table.collecting(), organisation);
	}

	@Override
	public String process() {
		return Award.PROCESS;
	}

	/**
	 * The start form of an award begins with everybody who waits; holders can only ask
	 * for a replacement, discipline reviewers for a revocation.
	 */
	@Override
	@Transactional(readOnly = true)
	public Map<String, Object> values(Actor actor) {
		return actor.has(OFFICER) ? Map.of("awardType", "NEW", Award.RECIPIENTS, rows())
				: Map.of("awardType", actor.organisations().isEmpty() ? "REVOKE" : "REPLACE");
	}

	/**
	 * A link says what the case is to be about; whether one may is checked when it is
	 * sent.
	 */
	@Override
	@Transactional(readOnly = true)
	public Map<String, Object> values(Actor actor, Map<String, String> asked) {
		String type = asked.get("awardType");
		if (type == null || !TYPES.contains(type)) {
			return values(actor);
		}
		Map<String, Object> values = new HashMap<>(Map.of("awardType", type));
		if (asked.get("ground") != null && !asked.get("ground").isBlank()) {
			values.put("ground", asked.get("ground"));
		}
		if (asked.get("plaque") != null && !asked.get("plaque").isBlank()) {
			values.put(TakeBackSteps.TAKEN_BACK, List.of(Map.of("plaque", asked.get("plaque"))));
		}
		return values;
	}

	/** The rows of the start form for everybody who waits. */
	@Transactional(readOnly = true)
	List<Map<String, Object>> rows() {
		return this.table.waiting()
			.stream()
			.map((waiting) -> Map.<String, Object>of(Award.ORGANISATION, waiting.organisation(), Award.PAIRING,
					waiting.pairing()))
			.toList();
	}

	/**
	 * Refuses everybody but officers.
	 * @throws NotAllowed if this person is none
	 */
	static void requireOfficer(Actor actor) {
		if (!actor.has(OFFICER)) {
			throw new NotAllowed("plaque.officer-only");
		}
	}

}
