package org.gongjian.plaque;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.gongjian.form.Choice;
import org.gongjian.form.ReferenceSource;
import org.gongjian.organisation.Organisation;
import org.gongjian.organisation.Organisations;
import org.gongjian.organisation.People;
import org.gongjian.organisation.Person;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Bilingual;
import org.gongjian.shared.Ids;
import org.springframework.stereotype.Component;

/** What forms of an award can point to. */
final class References {

	private static final int LONGEST = 100;

	private References() {
	}

	/** For {@code like … escape '!'}, whatever was typed. */
	static String pattern(String typed) {
		String plain = (typed == null) ? "" : typed.strip().replace("\0", "").toLowerCase(Locale.ROOT);
		plain = (plain.length() > LONGEST) ? plain.substring(0, LONGEST) : plain;
		return "%" + plain.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
	}

	/** Ceremonies still to come; those chosen before stay known. */
	@Component
	static class CeremonySource implements ReferenceSource {

		private final CeremonyTable ceremonies;

		CeremonySource(CeremonyTable ceremonies) {
			this.ceremonies = ceremonies;
		}

		@Override
		public String kind() {
			return "ceremony";
		}

		@Override
		public List<Choice> search(String q, Map<String, Object> data, Actor actor, int limit) {
			return this.ceremonies.planned(pattern(q), limit).stream().map(CeremonySource::choice).toList();
		}

		@Override
		public Optional<Choice> find(String id) {
			return Ids.parse(id).flatMap(this.ceremonies::find).map(CeremonySource::choice);
		}

		@Override
		public boolean mayChoose(String id, Map<String, Object> data, Actor actor) {
			return id.equals(data.get("ceremony"))
					|| Ids.parse(id).flatMap(this.ceremonies::find).filter(Ceremony::planned).isPresent();
		}

		private static Choice choice(Ceremony ceremony) {
			return new Choice(ceremony.id().toString(), Bilingual.ofTitle(ceremony.title()),
					Bilingual.of(ceremony.plannedOn()));
		}

	}

	/** Open objections of the case. */
	@Component
	static class ObjectionSource implements ReferenceSource {

		private final ObjectionTable objections;

		private final Organisations organisations;

		ObjectionSource(ObjectionTable objections, Organisations organisations) {
			this.objections = objections;
			this.organisations = organisations;
		}

		@Override
		public String kind() {
			return "objection";
		}

		@Override
		public List<Choice> search(String q, Map<String, Object> data, Actor actor, int limit) {
			return ofCase(data).stream().filter(Objection::open).limit(limit).map(this::choice).toList();
		}

		@Override
		public Optional<Choice> find(String id) {
			return Ids.parse(id).flatMap(this.objections::find).map(this::choice);
		}

		@Override
		public boolean mayChoose(String id, Map<String, Object> data, Actor actor) {
			return ofCase(data).stream().anyMatch((objection) -> objection.id().toString().equals(id));
		}

		private List<Objection> ofCase(Map<String, Object> data) {
			return (data.get("objections") instanceof List<?> rows) ? rows.stream()
				.map((row) -> String.valueOf(((Map<?, ?>) row).get("objection")))
				.flatMap((id) -> Ids.parse(id).stream())
				.flatMap((id) -> this.objections.find(id).stream())
				.toList() : List.of();
		}

		private Choice choice(Objection objection) {
			Bilingual name = this.organisations.find(objection.organisation())
				.map(Organisation::names)
				.orElse(new Bilingual(objection.organisation(), objection.organisation()));
			return new Choice(objection.id().toString(),
					new Bilingual("No. " + objection.number() + ": " + name.en(),
							"第" + objection.number() + "号：" + name.zh()),
					new Bilingual(objection.claim(), objection.claim()));
		}

	}

	/** People of one's own organisations. */
	@Component
	static class ColleagueSource implements ReferenceSource {

		private final People people;

		ColleagueSource(People people) {
			this.people = people;
		}

		@Override
		public String kind() {
			return "colleague";
		}

		@Override
		public List<Choice> search(String q, Map<String, Object> data, Actor actor, int limit) {
			return actor.organisations()
				.stream()
				.sorted()
				.flatMap((organisation) -> this.people.search(q, organisation).stream())
				.limit(limit)
				.map(ColleagueSource::choice)
				.toList();
		}

		@Override
		public Optional<Choice> find(String id) {
			return Ids.parse(id).flatMap(this.people::byId).map(ColleagueSource::choice);
		}

		@Override
		public boolean mayChoose(String id, Map<String, Object> data, Actor actor) {
			return Ids.parse(id)
				.flatMap(this.people::byId)
				.filter((person) -> actor.organisations().contains(String.valueOf(person.orgCode())))
				.isPresent();
		}

		private static Choice choice(Person person) {
			return new Choice(person.id().toString(),
					new Bilingual(person.name(Locale.ENGLISH), person.name(Locale.SIMPLIFIED_CHINESE)), null);
		}

	}

}
