package org.gongjian.pairing;

import java.util.List;
import java.util.Map;

import org.gongjian.casefile.Cases;
import org.gongjian.engine.Call;
import org.gongjian.engine.Step;
import org.gongjian.organisation.Organisation;
import org.gongjian.organisation.Organisations;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Bilingual;

import org.springframework.stereotype.Component;

/**
 * The step {@code assessEligibility}: whether the pair may be proposed, and who is asked
 * to confirm. Sets {@code eligibility}, {@code waiver} and {@code counterpartOrgs}.
 */
@Component
class AssessEligibility implements Step {

	private final Cases cases;

	private final Proposals proposals;

	private final Assessing assessing;

	private final Organisations organisations;

	AssessEligibility(Cases cases, Proposals proposals, Assessing assessing, Organisations organisations) {
		this.cases = cases;
		this.proposals = proposals;
		this.assessing = assessing;
		this.organisations = organisations;
	}

	@Override
	public String name() {
		return "assessEligibility";
	}

	@Override
	public void run(Call call) {
		String number = call.caseNumber();
		CaseData data = new CaseData(this.cases.data(number));
		Pairing proposed = this.proposals.read(number, data);
		this.proposals.requireFree(proposed);
		Assessment assessment = this.assessing.assess(proposed, data.text("waiverReason") != null);
		this.proposals.keep(proposed, assessment.eligible() ? PairingStatus.CONSULTING : PairingStatus.DRAFT);
		this.cases.write(number,
				Map.of("eligibility", assessment.eligibility(), "eligibilityReasons", assessment.reasons()),
				Actor.SYSTEM, call.element());
		this.cases.parties(number, proposed.organisations());
		this.cases.rename(number, title(proposed));
		call.set("eligibility", assessment.eligibility());
		call.set("waiver", assessment.waiver());
		call.set("counterpartOrgs", String.join(",", counterparts(proposed, call.text("initiatorOrg"))));
	}

	/** The other side; both when the proposer belongs to neither. */
	private static List<String> counterparts(Pairing proposed, String initiatorOrg) {
		return proposed.organisations().contains(String.valueOf(initiatorOrg))
				? List.of(proposed.partnerOf(initiatorOrg)) : proposed.organisations();
	}

	private Bilingual title(Pairing proposed) {
		Organisation government = this.organisations.get(proposed.governmentOrg());
		Organisation enterprise = this.organisations.get(proposed.enterpriseOrg());
		return new Bilingual(government.nameEn() + " · " + enterprise.nameEn(),
				government.nameZh() + " · " + enterprise.nameZh());
	}

}
