package org.gongjian.plaque;

import java.util.List;

import org.gongjian.casefile.CaseFile;
import org.gongjian.inbox.PublicFacts;
import org.gongjian.shared.Bilingual;
import org.gongjian.shared.Time;
import org.springframework.stereotype.Component;

/** That the numbers of a batch are genuine is what the public sees of its case. */
@Component
class PublicPlaques implements PublicFacts {

	private final PlaqueEndTable plaques;

	PublicPlaques(PlaqueEndTable plaques) {
		this.plaques = plaques;
	}

	@Override
	public List<Shown> of(CaseFile file) {
		return this.plaques.ofCase(file.number())
			.stream()
			.filter((plaque) -> plaque.handedOn() != null && plaque.validFrom() != null)
			.map((plaque) -> new Shown(
					new Bilingual("Verification page of " + plaque.number(), plaque.number() + "查验页"),
					plaque.since().atStartOfDay(Time.OFFICE).toInstant(), "/verify/" + plaque.number()))
			.toList();
	}

}
