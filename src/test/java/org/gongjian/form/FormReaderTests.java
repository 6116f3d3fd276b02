package org.gongjian.form;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class FormReaderTests {

	static Stream<Path> shippedForms() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("processes/forms"))) {
			return files.filter((file) -> file.toString().endsWith(".json")).sorted().toList().stream();
		}
	}

	@ParameterizedTest
	@MethodSource("shippedForms")
	void aShippedFormIsRead(Path file) throws IOException {
		String step = file.getFileName().toString().replace(".json", "");
		FormDefinition form = FormReader.read(step, Files.readAllBytes(file));
		assertThat(form.title().en()).isNotBlank();
		assertThat(form.title().zh()).isNotBlank();
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
			(.*a){20}b                ; true
			(a+)+$                    ; true
			((x|y+)z)*                ; true
			[A-Z]{2}-\\d{4}          ; false
			(\\d{3}-){2}\\d{4}       ; false
			[0-9+() -]{7,20}          ; false
			(?:Hall|Room) [0-9]+      ; false
			\\(a+\\)+                ; false
			(a|aa)+                   ; true
			(?:[a-z]|[a-c]x)*-        ; true
			(\\w|\\d)+$               ; true
			(?:Hall|Room|[0-9])+      ; false
			(a|ab){4}                 ; false
			(一|二|三)+               ; false
			""")
	void aPatternThatIsTriedForEverIsKnown(String pattern, boolean endless) {
		assertThat(Repetition.endless(pattern)).isEqualTo(endless);
		String form = """
				{"title": {"en":"a","zh":"b"}, "sections": [{"fields":[
				 {"name":"x","label":{"en":"a","zh":"b"},"type":"text","pattern":"%s"}]}]}
				""".formatted(pattern.replace("\\", "\\\\"));
		assertThat(refused(form.getBytes(StandardCharsets.UTF_8))).isEqualTo(endless);
		assertThat(refused(new byte[300_000])).as("too large").isTrue();
		assertThat(Repetition.endless("(" + "字|".repeat(50_000) + "尾)+")).as("too many choices").isTrue();
	}

	private static boolean refused(byte[] form) {
		try {
			FormReader.check("x", form);
			return false;
		}
		catch (FormUnreadable unreadable) {
			return true;
		}
	}

	@Test
	void everyTypeIsRead() {
		FormDefinition form = FormFixtures.form("every-type");
		assertThat(form.fields()).extracting(Field::type)
			.contains(java.util.Arrays.stream(FieldType.values()).toArray(FieldType[]::new));
		assertThat(form.field("resourceList").orElseThrow().column("note").orElseThrow().when().oneOf())
			.containsEntry("shared", List.of("true"));
		assertThat(form.field("termStart").orElseThrow().min()).isEqualTo("today");
		assertThat(form.field("governmentOrg").orElseThrow().party()).isTrue();
		assertThat(form.starters()).containsExactly("gov-liaison");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					{"titel": {"en":"a","zh":"b"}}                                                   | titel unknown
					{"title": {"en":"a"}}                                                            | title languages
					{"title": "a"}                                                                   | title object
					{"title": {"en":"a","zh":"b"}, "sections": {}}                                   | sections list
					{"title": {"en":"a","zh":"b"}, "sections": [{"fields":[{"name":"x","label":{"en":"a","zh":"b"},"type":"texts"}]}]}           | sections[0].fields[0].type type texts
					{"title": {"en":"a","zh":"b"}, "sections": [{"fields":[{"name":"x","label":{"en":"a","zh":"b"},"type":"text","requird":true}]}]} | sections[0].fields[0].requird unknown
					{"title": {"en":"a","zh":"b"}, "sections": [{"fields":[{"name":"x","label":{"en":"a","zh":"b"},"type":"text","required":"yes"}]}]} | sections[0].fields[0].required flag
					{"title": {"en":"a","zh":"b"}, "sections": [{"fields":[{"name":"initiator","label":{"en":"a","zh":"b"},"type":"text"}]}]}    | sections[0].fields[0].name platform initiator
					{"title": {"en":"a","zh":"b"}, "sections": [{"fields":[{"name":"x.y","label":{"en":"a","zh":"b"},"type":"text"}]}]}          | sections[0].fields[0].name name termStart
					{"title": {"en":"a","zh":"b"}, "sections": [{"fields":[{"name":"x","label":{"en":"a","zh":"b"},"type":"enum"}]}]}            | options missing
					{"title": {"en":"a","zh":"b"}, "sections": [{"fields":[{"name":"x","label":{"en":"a","zh":"b"},"type":"text","pattern":"("}]}]} | sections[0].fields[0].pattern pattern 2
					{"title": {"en":"a","zh":"b"}, "sections": [{"fields":[{"name":"x","label":{"en":"a","zh":"b"},"type":"text","side":"GOVERNMENT"}]}]} | sections[0].fields[0].side means text
					{"title": {"en":"a","zh":"b"}, "sections": [{"fields":[{"name":"x","label":{"en":"a","zh":"b"},"type":"integer","min":"a"}]}]} | sections[0].fields[0].min bound a, integer
					{"title": {"en":"a","zh":"b"}, "sections": [{"fields":[{"name":"x","label":{"en":"a","zh":"b"},"type":"boolean","default":"yes"}]}]} | sections[0].fields[0].default default boolean
					{"title": {"en":"a","zh":"b"}, "sections": [{"fields":[{"name":"x","label":{"en":"a","zh":"b"},"type":"file","fact":true}]}]} | sections[0].fields[0].fact fact file
					{"title": {"en":"a","zh":"b"}, "caseTitle": {"en":"{no}","zh":"{no}"}}           | caseTitle field no
					{"title": {"en":"a","zh":"b"}, "title": {"en":"a","zh":"b"}}                     | json 1
					{"title": {"en":"a","zh":"b"}} x                                                 | json 1
					[]                                                                               | object
					""")
	void aMistakeIsNamedWithItsPlace(String json, String problem) {
		FormUnreadable unreadable = catchThrowableOfType(FormUnreadable.class,
				() -> FormReader.read("start", json.getBytes(StandardCharsets.UTF_8)));
		assertThat(unreadable.faults()).anySatisfy((found) -> assertThat(found.toString()).contains(problem.strip()));
	}

	@Test
	void whatIsNestedTooDeepIsRefusedAsSuch() {
		byte[] json = ("{\"title\":" + "[".repeat(2_000) + "]".repeat(2_000) + "}").getBytes(StandardCharsets.UTF_8);
		FormUnreadable unreadable = catchThrowableOfType(FormUnreadable.class, () -> FormReader.read("start", json));
		assertThat(unreadable.faults()).containsExactly(FormFault.of("", FormFault.Reason.DEEP));
	}

	@Test
	void aTableInATableIsRefused() {
		String json = """
				{"title": {"en":"a","zh":"b"}, "sections": [{"fields":[{"name":"x","label":{"en":"a","zh":"b"},"type":"table","columns":[
				{"name":"y","label":{"en":"a","zh":"b"},"type":"table","columns":[]}]}]}]}""";
		FormUnreadable unreadable = catchThrowableOfType(FormUnreadable.class,
				() -> FormReader.read("start", json.getBytes(StandardCharsets.UTF_8)));
		assertThat(unreadable.faults())
			.contains(FormFault.of("sections[0].fields[0].columns[0].type", FormFault.Reason.NESTED));
	}

	@Test
	void stepsAreFoundInADiagram() throws Exception {
		byte[] diagram = Files.readAllBytes(Path.of("processes/pairing-approval.bpmn"));
		var steps = Forms.steps(diagram);
		assertThat(steps).containsEntry("start-propose", true).containsEntry("task-sign", false);
		assertThat(steps.entrySet().stream().filter(java.util.Map.Entry::getValue)).hasSize(1);
	}

}
