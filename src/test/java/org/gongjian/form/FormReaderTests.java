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
					{"titel": {"en":"a","zh":"b"}}                                                   | titel: unknown
					{"title": {"en":"a"}}                                                            | title: must say something in en and in zh
					{"title": "a"}                                                                   | title: must be an object
					{"title": {"en":"a","zh":"b"}, "sections": {}}                                   | sections: must be a list
					{"title": {"en":"a","zh":"b"}, "sections": [{"fields":[{"name":"x","label":{"en":"a","zh":"b"},"type":"texts"}]}]}           | sections[0].fields[0].type: texts is no type of field
					{"title": {"en":"a","zh":"b"}, "sections": [{"fields":[{"name":"x","label":{"en":"a","zh":"b"},"type":"text","requird":true}]}]} | sections[0].fields[0].requird: unknown
					{"title": {"en":"a","zh":"b"}, "sections": [{"fields":[{"name":"x","label":{"en":"a","zh":"b"},"type":"text","required":"yes"}]}]} | sections[0].fields[0].required: must be true or false
					{"title": {"en":"a","zh":"b"}, "sections": [{"fields":[{"name":"initiator","label":{"en":"a","zh":"b"},"type":"text"}]}]}    | initiator is a name of the platform
					{"title": {"en":"a","zh":"b"}, "sections": [{"fields":[{"name":"x.y","label":{"en":"a","zh":"b"},"type":"text"}]}]}          | must be a name like
					{"title": {"en":"a","zh":"b"}, "sections": [{"fields":[{"name":"x","label":{"en":"a","zh":"b"},"type":"enum"}]}]}            | options: missing
					{"title": {"en":"a","zh":"b"}, "sections": [{"fields":[{"name":"x","label":{"en":"a","zh":"b"},"type":"text","pattern":"("}]}]} | sections[0].fields[0].pattern
					{"title": {"en":"a","zh":"b"}, "sections": [{"fields":[{"name":"x","label":{"en":"a","zh":"b"},"type":"text","side":"GOVERNMENT"}]}]} | means nothing for text
					{"title": {"en":"a","zh":"b"}, "sections": [{"fields":[{"name":"x","label":{"en":"a","zh":"b"},"type":"integer","min":"a"}]}]} | is no bound for integer
					{"title": {"en":"a","zh":"b"}, "sections": [{"fields":[{"name":"x","label":{"en":"a","zh":"b"},"type":"boolean","default":"yes"}]}]} | is no value for boolean
					{"title": {"en":"a","zh":"b"}, "sections": [{"fields":[{"name":"x","label":{"en":"a","zh":"b"},"type":"file","fact":true}]}]} | cannot become a fact
					{"title": {"en":"a","zh":"b"}, "caseTitle": {"en":"{no}","zh":"{no}"}}           | no field is called no
					{"title": {"en":"a","zh":"b"}, "title": {"en":"a","zh":"b"}}                     | not JSON
					{"title": {"en":"a","zh":"b"}} x                                                 | not JSON
					[]                                                                               | the file must be an object
					""")
	void aMistakeIsNamedWithItsPlace(String json, String problem) {
		FormUnreadable unreadable = catchThrowableOfType(FormUnreadable.class,
				() -> FormReader.read("start", json.getBytes(StandardCharsets.UTF_8)));
		assertThat(unreadable.problems()).anySatisfy((found) -> assertThat(found).contains(problem));
	}

	@Test
	void aTableInATableIsRefused() {
		String json = """
				{"title": {"en":"a","zh":"b"}, "sections": [{"fields":[{"name":"x","label":{"en":"a","zh":"b"},"type":"table","columns":[
				{"name":"y","label":{"en":"a","zh":"b"},"type":"table","columns":[]}]}]}]}""";
		FormUnreadable unreadable = catchThrowableOfType(FormUnreadable.class,
				() -> FormReader.read("start", json.getBytes(StandardCharsets.UTF_8)));
		assertThat(unreadable.problems())
			.contains("sections[0].fields[0].columns[0].type: a table cannot stand in a table");
	}

	@Test
	void stepsAreFoundInADiagram() throws Exception {
		byte[] diagram = Files.readAllBytes(Path.of("processes/pairing-approval.bpmn"));
		var steps = Forms.steps(diagram);
		assertThat(steps).containsEntry("start-propose", true).containsEntry("task-sign", false);
		assertThat(steps.entrySet().stream().filter(java.util.Map.Entry::getValue)).hasSize(1);
	}

}
