package org.gongjian.plaque;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.gongjian.form.Choice;
import org.gongjian.form.ReferenceSource;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Bilingual;
import org.springframework.stereotype.Component;

/** Numbered plaques that can be chosen in a form, as far as a person may see them. */
@Component
class PlaqueSource implements ReferenceSource {

	private final Plaques plaques;

	private final PlaqueTable table;

	PlaqueSource(Plaques plaques, PlaqueTable table) {
		this.plaques = plaques;
		this.table = table;
	}

	@Override
	public String kind() {
		return "plaque";
	}

	@Override
	public List<Choice> search(String q, Map<String, Object> data, Actor actor, int limit) {
		return this.plaques.list(actor, new PlaqueFilter(q, null), null, limit)
			.items()
			.stream()
			.filter(PlaqueSource::hangs)
			.map(PlaqueSource::choice)
			.toList();
	}

	@Override
	public Optional<Choice> find(String id) {
		return this.table.find(id).map(PlaqueSource::choice);
	}

	@Override
	public boolean mayChoose(String id, Map<String, Object> data, Actor actor) {
		return this.table.find(id)
			.filter((plaque) -> hangs(plaque)
					&& (actor.zoneWide() || actor.organisations().contains(plaque.organisation())))
			.isPresent();
	}

	private static boolean hangs(Plaque plaque) {
		return plaque.state().isInForce() || plaque.state() == PlaqueState.EXPIRED;
	}

	private static Choice choice(Plaque plaque) {
		return new Choice(plaque.number(), new Bilingual(plaque.number(), plaque.number()), plaque.name());
	}

}
