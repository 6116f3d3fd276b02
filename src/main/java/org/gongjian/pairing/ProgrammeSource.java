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

/** Programmes that can be chosen in a form: those open today. */
@Component
class ProgrammeSource implements ReferenceSource {

	private final Programmes programmes;

	ProgrammeSource(Programmes programmes) {
		this.programmes = programmes;
	}

	@Override
	public String kind() {
		return "programme";
	}

	@Override
	public List<Choice> search(String q, Map<String, Object> data, Actor actor, int limit) {
		String wanted = q.strip().toLowerCase(Locale.ROOT);
		return this.programmes.open()
			.stream()
			.map(ProgrammeSource::choice)
			.filter((choice) -> (choice.id() + " " + choice.label().en() + " " + choice.label().zh())
				.toLowerCase(Locale.ROOT)
				.contains(wanted))
			.limit(limit)
			.toList();
	}

	@Override
	public Optional<Choice> find(String id) {
		return this.programmes.find(id).map(ProgrammeSource::choice);
	}

	private static Choice choice(Programme programme) {
		Bilingual from = Bilingual.of(programme.startsOn());
		Bilingual to = Bilingual.of(programme.endsOn());
		return new Choice(programme.code(), programme.title(),
				new Bilingual(from.en() + " – " + to.en(), from.zh() + " – " + to.zh()));
	}

}
