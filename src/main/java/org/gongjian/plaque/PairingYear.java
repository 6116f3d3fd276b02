package org.gongjian.plaque;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.gongjian.pairing.Agreement;
import org.gongjian.pairing.ListItem;
import org.gongjian.pairing.Measured;
import org.gongjian.pairing.Pairing;
import org.gongjian.pairing.PairingRecord;
import org.gongjian.pairing.Pairings;
import org.gongjian.shared.Bilingual;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the register of pairings itself tells of a year: the agreement and the deeds. */
@Component
@Order
class PairingYear implements PairingRecord {

	private static final int ALL = 100;

	private final Pairings pairings;

	PairingYear(Pairings pairings) {
		this.pairings = pairings;
	}

	@Override
	public List<Measured> measured(Pairing pairing, LocalDate from, LocalDate to) {
		var known = new ArrayList<Measured>();
		List<Agreement> agreements = this.pairings.agreements(pairing);
		if (!agreements.isEmpty()) {
			known.add(agreement(agreements.get(0)));
		}
		List<ListItem> projects = this.pairings.items(pairing)
			.stream()
			.filter((item) -> item.kind() == ListItem.Kind.PROJECT && item.status() != ListItem.Status.DROPPED)
			.toList();
		if (!projects.isEmpty()) {
			known.add(deeds(projects));
		}
		return known;
	}

	private static Measured agreement(Agreement agreement) {
		boolean signed = !agreement.voided() && agreement.signedGovernmentOn() != null
				&& agreement.signedEnterpriseOn() != null;
		return new Measured(Measured.Criterion.AGREEMENT, signed ? ALL : 0, null,
				signed ? new Bilingual(agreement.number() + " signed by both", agreement.number() + "双方已签")
						: new Bilingual(agreement.number() + " not signed by both", agreement.number() + "未双方签订"));
	}

	private static Measured deeds(List<ListItem> projects) {
		int done = (int) projects.stream().filter((item) -> item.status() == ListItem.Status.DONE).count();
		return new Measured(Measured.Criterion.DEEDS, done * ALL / projects.size(), done, new Bilingual(
				done + " of " + projects.size() + " projects done", "项目" + projects.size() + "项，完成" + done + "项"));
	}

}
