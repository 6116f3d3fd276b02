package org.gongjian.studio;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.gongjian.form.FormDefinition;
import org.gongjian.form.FormFault;
import org.gongjian.form.FormFault.Reason;
import org.gongjian.form.FormReader;
import org.gongjian.shared.InvalidInput;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.util.LinkedMultiValueMap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What a form offers is said line by line; the reader of forms understands it. */
class FormOfferTests {

	private static final String FORM = """
			{"title":{"en":"Decide","zh":"审批"},"read":["*"],"decisions":[
			 {"code":"APPROVE","label":{"en":"Approve","zh":"同意"},"kind":"positive","when":{"level":["HIGH"]}}]}
			""";

	private final FormFile file = FormFile.read(FORM);

	private FormDefinition form() {
		return FormReader.read("task-decide", this.file.json().getBytes(UTF_8));
	}

	@Test
	void decisionsAreAddedAndKeepWhatIsNotSpokenOf() {
		this.file.offer()
			.decisions(Map.of("decision.0.code", "APPROVE", "decision.0.en", "Yes", "decision.0.zh", "好",
					"decision.0.kind", "positive", "decision.1.code", "", "decision.1.en", "Not now", "decision.1.zh",
					"否", "decision.1.kind", "negative", "decision.1.comment", "true"));
		assertThat(form().decisions()).extracting((one) -> one.code()).containsExactly("APPROVE", "NOT_NOW");
		assertThat(form().decision("APPROVE").orElseThrow().when()).isNotNull();
		assertThat(form().decision("NOT_NOW").orElseThrow().commentRequired()).isTrue();
		assertThat(this.file.offer().decisions()).hasSize(4);
	}

	@Test
	void aDecisionWithoutCodeOrWordsIsRefused() {
		Map<String, String> half = Map.of("decision.0.code", "approve", "decision.0.en", "Yes", "decision.0.zh", "好");
		assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> this.file.offer().decisions(half));
		Map<String, String> mute = Map.of("decision.0.code", "OK", "decision.0.en", "", "decision.0.zh", "好");
		assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> this.file.offer().decisions(mute));
	}

	@Test
	void whatIsWrongWithAFileIsSaidInTheReadersLanguage() {
		var messages = new ResourceBundleMessageSource();
		messages.setBasename("messages-studio");
		messages.setDefaultEncoding("UTF-8");
		FormReasons reasons = new FormReasons(messages);
		assertThat(reasons.say(new FormFault("side", Reason.ONE_OF, List.of("GUEST, ZONE")), Locale.SIMPLIFIED_CHINESE))
			.isEqualTo("side：必须是以下之一：GUEST, ZONE");
		assertThat(reasons.say(new FormFault("", Reason.LARGE, List.of("256")), Locale.SIMPLIFIED_CHINESE))
			.isEqualTo("文件超过 256 KiB");
		for (Reason reason : Reason.values()) {
			FormFault fault = new FormFault("kind", reason, List.of("a", "b"));
			assertThat(reasons.say(fault, Locale.ENGLISH)).startsWith("kind: ");
			assertThat(reasons.say(fault, Locale.SIMPLIFIED_CHINESE)).startsWith("kind：");
		}
	}

	@Test
	void whatIsLeftOutIsMadeOfTheWords() {
		FieldDraft typed = new FieldDraft(Map.of("type", "enum", "label.en", "Which hall"), List.of(),
				List.of(new FieldDraft.Choice("", "Large hall", "大厅"), new FieldDraft.Choice("BIG", "Large hall", "大厅"),
						new FieldDraft.Choice("", "Large  Hall!", "大厅")),
				Map.of());
		FieldDraft named = typed.named(List.of("whichHall"));
		assertThat(named.get("name")).isEqualTo("whichHall2");
		assertThat(named.options()).extracting(FieldDraft.Choice::value)
			.containsExactly("LARGE_HALL", "BIG", "LARGE_HALL_2");
	}

	@Test
	void onlyThePartsThatWereShownAreTakenDown() {
		var all = new LinkedMultiValueMap<String, String>();
		FormOffers.say(this.file.offer(), Map.of(), all);
		assertThat(form().decisions()).hasSize(1);
		assertThat(form().read()).containsExactly("*");
		all.addAll("part", List.of("read", "begin"));
		all.addAll("read", List.of("subject", "reason"));
		all.addAll("starters", List.of("gov-liaison"));
		FormOffers.say(this.file.offer(), Map.of("prefix", "HB", "caseTitle.en", "A hall", "caseTitle.zh", "礼堂"), all);
		assertThat(form().read()).containsExactly("subject", "reason");
		assertThat(form().starters()).containsExactly("gov-liaison");
		assertThat(form().numberPrefix()).isEqualTo("HB");
		assertThatExceptionOfType(InvalidInput.class)
			.isThrownBy(() -> FormOffers.say(this.file.offer(), Map.of("prefix", "hb1"), all));
	}

}
