package org.gongjian.meeting;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.gongjian.casefile.CaseValues;
import org.gongjian.form.Choice;
import org.gongjian.form.ReferenceSource;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Bilingual;
import org.gongjian.shared.Ids;
import org.springframework.stereotype.Component;

/** What forms of a meeting can point to. */
final class MeetingSources {

	private MeetingSources() {
	}

	private static Choice choice(String id, String label, String detail) {
		return new Choice(id, new Bilingual(label, label), (detail == null) ? null : new Bilingual(detail, detail));
	}

	private static boolean fits(String q, String... texts) {
		String wanted = (q == null) ? "" : q.strip().toLowerCase(Locale.ROOT);
		return Stream.of(texts).anyMatch((text) -> text.toLowerCase(Locale.ROOT).contains(wanted));
	}

	/** What waits for a meeting: cases, and postponed items. */
	@Component
	static class Waiting implements ReferenceSource {

		private final Agenda agenda;

		Waiting(Agenda agenda) {
			this.agenda = agenda;
		}

		@Override
		public String kind() {
			return "agenda-source";
		}

		@Override
		public List<Choice> search(String q, Map<String, Object> data, Actor actor, int limit) {
			return !actor.zoneWide() ? List.of()
					: this.agenda.waiting()
						.entrySet()
						.stream()
						.filter((one) -> fits(q, one.getKey(), String.valueOf(one.getValue().get("title"))))
						.limit(limit)
						.map((one) -> choice(one.getKey(), this.agenda.title(one.getKey()).orElse(one.getKey()),
								String.valueOf(one.getValue().get("title"))))
						.toList();
		}

		@Override
		public Optional<Choice> find(String id) {
			return this.agenda.title(id).map((title) -> choice(id, title, null));
		}

	}

	/** The items on the agenda of the case's meeting. */
	@Component
	static class Items implements ReferenceSource {

		private final MeetingItemTable items;

		Items(MeetingItemTable items) {
			this.items = items;
		}

		@Override
		public String kind() {
			return "agenda-item";
		}

		@Override
		public List<Choice> search(String q, Map<String, Object> data, Actor actor, int limit) {
			return of(data).filter((item) -> fits(q, item.title())).limit(limit).map(Items::choice).toList();
		}

		private Stream<MeetingItem> of(Map<String, Object> data) {
			return new CaseValues(data).rows(MinutesSteps.DECISIONS)
				.stream()
				.flatMap((row) -> Ids.parse(row.text(MinutesSteps.ITEM)).flatMap(this.items::find).stream())
				.map(MeetingItem::meeting)
				.limit(1)
				.flatMap((meeting) -> this.items.of(meeting).stream());
		}

		@Override
		public Optional<Choice> find(String id) {
			return Ids.parse(id).flatMap(this.items::find).map(Items::choice);
		}

		@Override
		public boolean mayChoose(String id, Map<String, Object> data, Actor actor) {
			return of(data).anyMatch((item) -> item.id().toString().equals(id));
		}

		private static Choice choice(MeetingItem item) {
			return MeetingSources.choice(item.id().toString(), (item.position() + 1) + ". " + item.title(),
					item.subject());
		}

	}

}
