package org.gongjian.pairing;

import java.util.List;
import java.util.Map;

import org.gongjian.casefile.CaseValues;
import org.gongjian.casefile.Cases;
import org.gongjian.engine.Call;
import org.gongjian.engine.Step;
import org.gongjian.organisation.Organisation;
import org.gongjian.organisation.Organisations;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Bilingual;
import org.springframework.stereotype.Component;

/**
 * The step {@code assessEligibility}: whether what is asked for may be, which way it goes
 * and who is asked to confirm. Sets {@code eligibility}, {@code waiver}, {@code way},
 * {@code majorChange} and {@code counterpartOrgs}.
 */
@Component
class AssessEligibility implements Step {

	private final Cases cases;

	private final Proposals proposals;

	private final Asked asked;

	private final Assessing assessing;

	private final Organisations organisations;

	AssessEligibility(Cases cases, Proposals proposals, Asked asked, Assessing assessing, Organisations organisations) {
		this.cases = cases;
		this.proposals = proposals;
		this.asked = asked;
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
		Proposal proposal = this.asked.read(number, call.element());
		CaseValues data = new CaseValues(this.cases.data(number));
		Assessment assessment = this.assessing.assess(proposal, data.text("waiverReason") != null);
		if (proposal.newRow()) {
			this.proposals.keep(proposal, assessment.eligible() ? PairingStatus.CONSULTING : PairingStatus.DRAFT);
		}
		this.cases.write(number,
				Map.of("eligibility", assessment.eligibility(), "eligibilityReasons", assessment.reasons()),
				Actor.SYSTEM, call.element());
		this.cases.parties(number, proposal.organisations());
		this.cases.rename(number, title(proposal));
		call.set("eligibility", assessment.eligibility());
		call.set("waiver", assessment.waiver());
		call.set("way", proposal.way());
		call.set("majorChange", proposal.major());
		call.set("counterpartOrgs", String.join(",", counterparts(proposal, call.text("initiatorOrg"))));
	}

	/** Everybody but the proposer; all when the proposer belongs to none. */
	private static List<String> counterparts(Proposal proposal, String initiatorOrg) {
		return proposal.organisations().stream().filter((code) -> !code.equals(initiatorOrg)).toList();
	}

	private Bilingual title(Proposal proposal) {
		Organisation government = this.organisations.get(proposal.proposed().governmentOrg());
		Organisation enterprise = this.organisations.get(proposal.proposed().enterpriseOrg());
		Bilingual what = switch (proposal.type()) {
			case NEW -> new Bilingual("", "");
			case RENEW -> new Bilingual(" (renewal)", "（续签）");
			case ADJUST -> new Bilingual(" (adjustment)", "（调整）");
			case TERMINATE -> new Bilingual(" (termination)", "（解除）");
		};
		return new Bilingual(government.nameEn() + " · " + enterprise.nameEn() + what.en(),
				government.nameZh() + " · " + enterprise.nameZh() + what.zh());
	}

}
