package org.gongjian.pairing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.gongjian.form.Choice;
import org.gongjian.form.ReferenceSource;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Bilingual;
import org.springframework.stereotype.Component;

/**
 * What is still open of the pairing a case is about, to be chosen in its close-out check.
 */
@Component
class OpenMatterSource implements ReferenceSource {

	private final PairingTable table;

	private final Matters matters;

	OpenMatterSource(PairingTable table, Matters matters) {
		this.table = table;
		this.matters = matters;
	}

	@Override
	public String kind() {
		return "open-matter";
	}

	@Override
	public List<Choice> search(String q, Map<String, Object> data, Actor actor, int limit) {
		String wanted = q.strip().toLowerCase(Locale.ROOT);
		return open(data, actor).stream()
			.map(OpenMatterSource::choice)
			.filter((choice) -> (choice.id() + " " + choice.label().en() + " " + choice.label().zh())
				.toLowerCase(Locale.ROOT)
				.contains(wanted))
			.limit(limit)
			.toList();
	}

	@Override
	public Optional<Choice> find(String id) {
		return Optional.of(new Choice(id, new Bilingual(id, id), null));
	}

	@Override
	public boolean mayChoose(String id, Map<String, Object> data, Actor actor) {
		return open(data, actor).stream().anyMatch((one) -> one.matter().number().equals(id));
	}

	private List<Matters.Open> open(Map<String, Object> data, Actor actor) {
		return Optional.ofNullable(data.get("pairingId"))
			.flatMap((number) -> this.table.find(number.toString()))
			.filter((pairing) -> Pairings.mayBeSeenBy(actor, pairing))
			.map(this.matters::of)
			.orElse(List.of());
	}

	private static Choice choice(Matters.Open open) {
		String number = open.matter().number();
		Bilingual title = open.matter().title();
		return new Choice(number, new Bilingual(number + " " + title.en(), number + " " + title.zh()), null);
	}

}
