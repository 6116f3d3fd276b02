package org.gongjian.plaque;

import java.util.Map;

import org.gongjian.casefile.Cases;
import org.gongjian.engine.Processes;
import org.gongjian.organisation.OrganisationEnded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes an organisation that exists no more off every list. */
@Component
class Dissolutions {

	private final BatchTable batches;

	private final PlaqueTable plaques;

	private final Cases cases;

	private final Processes processes;

	Dissolutions(BatchTable batches, PlaqueTable plaques, Cases cases, Processes processes) {
		this.batches = batches;
		this.plaques = plaques;
		this.cases = cases;
		this.processes = processes;
	}

	@EventListener
	void ended(OrganisationEnded organisation) {
		this.batches.waitNoLonger(this.batches.collecting(), organisation.code());
		for (Plaque plaque : this.plaques.ofOpenBatches(organisation.code())) {
			String caseNumber = this.batches.find(plaque.batch()).orElseThrow().caseNumber();
			this.cases.lock(caseNumber);
			this.processes.deliver("OrganisationDissolved", caseNumber, Map.of("dissolvedOrg", organisation.code()));
		}
	}

}
