package org.gongjian.plaque;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.gongjian.pairing.Pairing;
import org.gongjian.pairing.PairingAside;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Bilingual;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a pairing's page says of its plaques and evaluations. */
@Component
class PlaqueLines implements PairingAside {

	private final PlaqueEndTable plaques;

	private final Evaluations evaluations;

	private final MessageSource messages;

	PlaqueLines(PlaqueEndTable plaques, Evaluations evaluations, MessageSource messages) {
		this.plaques = plaques;
		this.evaluations = evaluations;
		this.messages = messages;
	}

	@Override
	public String heading() {
		return "plaque.aside";
	}

	@Override
	public int order() {
		return 40;
	}

	@Override
	public List<Line> lines(Actor actor, Pairing pairing) {
		var lines = new ArrayList<Line>();
		if (pairing.number() == null) {
			return lines;
		}
		this.plaques.ofPairing(pairing.number())
			.stream()
			.filter((plaque) -> actor.zoneWide() || actor.organisations().contains(plaque.organisation()))
			.forEach((plaque) -> lines.add(new Line(plaque.name(),
					with(plaque.number(), "plaque.state." + plaque.state()), "/plaques/" + plaque.number())));
		this.evaluations.ofPairing(actor, pairing.number())
			.forEach((one) -> lines.add(new Line(words("plaque.evaluation.kind." + one.kind()),
					with(one.year() + " · " + one.total().toPlainString(), "plaque.grade." + one.grade()),
					"/evaluations/" + one.id())));
		return lines;
	}

	private Bilingual with(String begin, String key) {
		Bilingual words = words(key);
		return new Bilingual(begin + " · " + words.en(), begin + " · " + words.zh());
	}

	private Bilingual words(String key) {
		return new Bilingual(this.messages.getMessage(key, null, Locale.ENGLISH),
				this.messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE));
	}

}
