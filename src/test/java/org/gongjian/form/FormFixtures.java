package org.gongjian.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.gongjian.casefile.Attachment;
import org.gongjian.casefile.Attachments;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Bilingual;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.support.ResourceBundleMessageSource;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/** A form with every type of field, and a small world in which it is filled in. */
final class FormFixtures {

	static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T02:00:00Z"), ZoneOffset.UTC);

	static final Actor LIAISON = new Actor("lin", "Lin", Set.of("gov-liaison"), Set.of("gov-liaison@G02"),
			Set.of("G02"), false);

	static final String PERSON = "11111111-1111-4111-8111-111111111111";

	static final String STRANGER = "22222222-2222-4222-8222-222222222222";

	static final String UPLOAD = "33333333-3333-4333-8333-333333333333";

	static final String FOREIGN_UPLOAD = "44444444-4444-4444-8444-444444444444";

	static final String OTHER_CASE = "55555555-5555-4555-8555-555555555555";

	static final String SHEET = "66666666-6666-4666-8666-666666666666";

	private FormFixtures() {
	}

	static FormDefinition form(String name) {
		try (InputStream in = FormFixtures.class.getResourceAsStream("/forms/" + name + ".json")) {
			return FormReader.read(name, in.readAllBytes());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static Catalogue catalogue() {
		Map<String, FormDefinition> forms = new LinkedHashMap<>();
		forms.put("every-type", form("every-type"));
		forms.put("review", form("review"));
		return Catalogue.of("every-type", forms);
	}

	static FormContext start() {
		return FormContext.start(LIAISON, "sample", catalogue());
	}

	static FormContext review() {
		return FormContext
			.task(LIAISON, "sample", catalogue(), form("review"), "task-1", "EX-2026-0001",
					Map.of("reason", "Because."), Map.of("requestType", "NEW"), null)
			.reviewed();
	}

	/** Everything filled in as it should be. */
	static Map<String, Object> right() {
		Map<String, Object> data = new HashMap<>();
		data.put("requestType", "NEW");
		data.put("reason", "They make bricks and we build houses.");
		data.put("focusAreas", List.of("TEAM", "ORGANISATION"));
		data.put("plannedActivities", 4);
		data.put("termStart", "2026-12-01");
		data.put("governmentOrg", "G02");
		data.put("enterpriseOrg", "F08");
		data.put("plaqueRequested", true);
		data.put("integrity", true);
		data.put("resourceList", List.of(Map.of("side", "GOV", "item", "Lecture hall")));
		return data;
	}

	static FormSessions sessions(FormRule... rules) {
		return sessions(mock(Drafts.class), rules);
	}

	static FormSessions sessions(Drafts drafts, FormRule... rules) {
		Attachments attachments = attachments();
		Names.Lookup lookup = new Names.Lookup(new SmallDirectory(), attachments,
				new StaticListableBeanFactory(Map.of("programmes", new Programmes()))
					.getBeanProvider(ReferenceSource.class));
		StaticListableBeanFactory beans = new StaticListableBeanFactory();
		for (FormRule rule : rules) {
			beans.addBean("rule" + beans.getBeanDefinitionCount(), rule);
		}
		return new FormSessions(lookup, new FormViews(lookup, new SmallDirectory(), messages(), CLOCK),
				new FormShapes(messages()), drafts, new FormFiles(attachments), beans.getBeanProvider(FormRule.class),
				CLOCK);
	}

	static ResourceBundleMessageSource messages() {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasenames("messages-form", "messages-web", "messages-casefile");
		messages.setDefaultEncoding("UTF-8");
		messages.setFallbackToSystemLocale(false);
		return messages;
	}

	private static Attachments attachments() {
		List<Attachment> known = List.of(attachment(UPLOAD, "minutes.pdf", "application/pdf", "lin", null),
				attachment(FOREIGN_UPLOAD, "theirs.pdf", "application/pdf", "wang", null),
				attachment(OTHER_CASE, "other.pdf", "application/pdf", "lin", "EX-2026-0009"),
				attachment(SHEET, "sheet.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
						"lin", null));
		Attachments attachments = mock(Attachments.class);
		given(attachments.find(any())).willAnswer((call) -> {
			Collection<UUID> ids = call.getArgument(0);
			return known.stream().filter((attachment) -> ids.contains(attachment.id())).toList();
		});
		return attachments;
	}

	static Attachment attachment(String id, String name, String mediaType, String owner, String caseNumber) {
		return new Attachment(UUID.fromString(id), name, mediaType, 1234, "0".repeat(64), owner, caseNumber,
				CLOCK.instant());
	}

	/** Thirty enterprises, three government branches, two people. */
	static final class SmallDirectory implements Directory {

		private final Map<String, Known> organisations = new LinkedHashMap<>();

		private final Map<String, Known> people = new LinkedHashMap<>();

		SmallDirectory() {
			for (int i = 1; i <= 3; i++) {
				add("G0" + i, "Government branch " + i, "机关支部" + i, "GOVERNMENT", true);
			}
			for (int i = 1; i <= 30; i++) {
				add((i < 10) ? "F0" + i : "F" + i, "Enterprise " + i, "企业支部" + i, "ENTERPRISE", i != 9);
			}
			this.people.put(PERSON, new Known(new Choice(PERSON, new Bilingual("Lin", "林"), null), true, "G02"));
			this.people.put(STRANGER, new Known(new Choice(STRANGER, new Bilingual("Wang", "王"), null), true, "G03"));
		}

		private void add(String code, String en, String zh, String side, boolean active) {
			this.organisations.put(code,
					new Known(new Choice(code, new Bilingual(en, zh), new Bilingual(code, code)), active, side));
		}

		@Override
		public Map<String, Known> organisations(Collection<String> codes) {
			Map<String, Known> found = new HashMap<>(this.organisations);
			found.keySet().retainAll(codes);
			return found;
		}

		@Override
		public List<Choice> organisations(String q, String side, int limit) {
			return choices(this.organisations.values(), q, side, limit);
		}

		@Override
		public Map<String, Known> people(Collection<String> ids) {
			Map<String, Known> found = new HashMap<>(this.people);
			found.keySet().retainAll(ids);
			return found;
		}

		@Override
		public List<Choice> people(String q, String organisation, int limit) {
			return choices(this.people.values(), q, organisation, limit);
		}

		private static List<Choice> choices(Collection<Known> all, String q, String group, int limit) {
			List<Choice> choices = new ArrayList<>();
			for (Known known : all) {
				if (known.active() && (group == null || group.equals(known.group()))
						&& known.choice().label().en().contains(q) && choices.size() < limit) {
					choices.add(known.choice());
				}
			}
			return choices;
		}

	}

	/** A source with one entry, to be chosen by Lin only. */
	static final class Programmes implements ReferenceSource {

		private static final Choice ONE = new Choice("P-2024", new Bilingual("Programme 2024", "2024年方案"), null);

		@Override
		public String kind() {
			return "sample-programme";
		}

		@Override
		public List<Choice> search(String q, Map<String, Object> data, Actor actor, int limit) {
			return List.of(ONE);
		}

		@Override
		public Optional<Choice> find(String id) {
			return Optional.of(ONE).filter((one) -> one.id().equals(id));
		}

	}

}
