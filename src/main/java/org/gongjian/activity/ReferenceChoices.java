package org.gongjian.activity;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.gongjian.form.Choice;
import org.gongjian.form.ReferenceSource;
import org.gongjian.organisation.Organisation;
import org.gongjian.organisation.Organisations;
import org.gongjian.pairing.ListItem;
import org.gongjian.pairing.Pairing;
import org.gongjian.pairing.Pairings;
import org.gongjian.pairing.PlanRow;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Bilingual;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What can be chosen in the forms of activities: venues, lecturers, rows of the plan. */
@Configuration(proxyBeanMethods = false)
class ReferenceChoices {

	@Bean
	ReferenceSource venueSource(ResourceTable resources, Organisations organisations) {
		return new ResourceSource("venue", "VENUE", resources, organisations);
	}

	@Bean
	ReferenceSource lecturerSource(ResourceTable resources, Organisations organisations) {
		return new ResourceSource("lecturer", "LECTURER", resources, organisations);
	}

	@Bean
	ReferenceSource planRowSource(Pairings pairings) {
		return new PlanRowSource(pairings);
	}

	@Bean
	ReferenceSource projectSource(Pairings pairings) {
		return new ProjectSource(pairings);
	}

	static UUID id(String text) {
		try {
			return UUID.fromString(text);
		}
		catch (IllegalArgumentException unreadable) {
			return new UUID(0, 0);
		}
	}

	private record ResourceSource(String kind, String wanted, ResourceTable resources,
			Organisations organisations) implements ReferenceSource {

		@Override
		public List<Choice> search(String q, Map<String, Object> data, Actor actor, int limit) {
			return this.resources.page(ActivityFilter.pattern(q), this.wanted, true, "", new UUID(0, 0), limit)
				.stream()
				.map(this::choice)
				.toList();
		}

		@Override
		public Optional<Choice> find(String id) {
			return this.resources.find(id(id)).map(this::choice);
		}

		@Override
		public boolean mayChoose(String id, Map<String, Object> data, Actor actor) {
			return this.resources.find(id(id))
				.filter((resource) -> resource.canBeBooked() && resource.kind().equals(this.wanted))
				.isPresent();
		}

		private Choice choice(Resource resource) {
			Bilingual owner = this.organisations.find(resource.ownerOrg())
				.map(Organisation::names)
				.orElse(new Bilingual(resource.ownerOrg(), resource.ownerOrg()));
			return new Choice(resource.id().toString(), Bilingual.ofTitle(resource.name()), owner);
		}

	}

	private record PlanRowSource(Pairings pairings) implements ReferenceSource {

		@Override
		public String kind() {
			return "plan-row";
		}

		@Override
		public List<Choice> search(String q, Map<String, Object> data, Actor actor, int limit) {
			String wanted = (q == null) ? "" : q.strip().toLowerCase(Locale.ROOT);
			return this.pairings.find(String.valueOf(data.get("pairing")))
				.filter((pairing) -> Pairings.mayBeSeenBy(actor, pairing))
				.map(this.pairings::plan)
				.orElse(List.of())
				.stream()
				.filter((row) -> (row.month() + " " + row.theme()).toLowerCase(Locale.ROOT).contains(wanted))
				.limit(limit)
				.map(PlanRowSource::choice)
				.toList();
		}

		@Override
		public Optional<Choice> find(String id) {
			return this.pairings.planRow(id(id)).map(PlanRowSource::choice);
		}

		@Override
		public boolean mayChoose(String id, Map<String, Object> data, Actor actor) {
			Optional<Pairing> pairing = this.pairings.find(String.valueOf(data.get("pairing")));
			return pairing.filter((one) -> Pairings.mayBeSeenBy(actor, one))
				.map(this.pairings::plan)
				.orElse(List.of())
				.stream()
				.anyMatch((row) -> row.id().toString().equals(id));
		}

		private static Choice choice(PlanRow row) {
			return new Choice(row.id().toString(), new Bilingual(row.theme(), row.theme()),
					Bilingual.of(YearMonth.parse(row.month())));
		}

	}

	/** What the pairing of the activity promised to do. */
	private record ProjectSource(Pairings pairings) implements ReferenceSource {

		@Override
		public String kind() {
			return "project";
		}

		@Override
		public List<Choice> search(String q, Map<String, Object> data, Actor actor, int limit) {
			String wanted = (q == null) ? "" : q.strip().toLowerCase(Locale.ROOT);
			return projects(data, actor).filter((item) -> item.content().toLowerCase(Locale.ROOT).contains(wanted))
				.limit(limit)
				.map(ProjectSource::choice)
				.toList();
		}

		@Override
		public Optional<Choice> find(String id) {
			return this.pairings.item(id(id)).map(Pairings.Listed::item).map(ProjectSource::choice);
		}

		@Override
		public boolean mayChoose(String id, Map<String, Object> data, Actor actor) {
			return projects(data, actor).anyMatch((item) -> item.id().toString().equals(id));
		}

		private Stream<ListItem> projects(Map<String, Object> data, Actor actor) {
			return this.pairings.find(String.valueOf(data.get("pairing")))
				.filter((pairing) -> Pairings.mayBeSeenBy(actor, pairing))
				.stream()
				.flatMap((pairing) -> this.pairings.items(pairing).stream())
				.filter((item) -> item.kind() == ListItem.Kind.PROJECT && item.status() != ListItem.Status.DROPPED);
		}

		private static Choice choice(ListItem item) {
			return new Choice(item.id().toString(), Bilingual.ofTitle(item.content()), null);
		}

	}

}
