package org.gongjian.api;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.gongjian.api.CaseResource.NewCase;
import org.gongjian.api.TaskResource.Completion;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.mock.http.MockHttpInputMessage;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class StrictJsonTests {

	private final StrictJson json = new StrictJson();

	@Test
	void readsOneObject() throws IOException {
		NewCase sent = read(NewCase.class,
				"{\"process\": \"x\", \"data\": {\"a\": 1, \"b\": [1.50, null, \"ü\"]}, \"more\": true}");
		assertThat(sent.process()).isEqualTo("x");
		assertThat(sent.data().toString()).isEqualTo("{a=1, b=[1.50, null, ü]}");
		assertThat(read(NewCase.class, "{}").data()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "{", "nonsense", "{\"process\": \"a\", \"process\": \"b\"}",
			"{\"data\": {\"a\": 1, \"a\": 2}}", "{} {}", "{\"data\": {\"a\": NaN}}", "{'process': 'a'}",
			"{\"process\": 0x10}",
			"{\"data\": {\"a\": 1111111111111111111111111111111111111111111111111111111111111111}}", "{/* */}" })
	void refusesWhatIsNotJson(String body) {
		assertThatExceptionOfType(HttpMessageNotReadableException.class).isThrownBy(() -> read(NewCase.class, body));
	}

	@Test
	void refusesOtherAlphabetsAndDepths() {
		for (Charset charset : List.of(StandardCharsets.UTF_16, Charset.forName("GBK"))) {
			assertThatExceptionOfType(HttpMessageNotReadableException.class)
				.isThrownBy(() -> read(NewCase.class, "{\"process\": \"结对\"}".getBytes(charset)));
		}
		assertThatExceptionOfType(HttpMessageNotReadableException.class)
			.isThrownBy(() -> read(NewCase.class, "{\"data\": {\"a\": " + "[".repeat(5000) + "]".repeat(5000) + "}}"));
	}

	@Test
	void refusesTooMuch() {
		String body = "{\"process\": \"" + "x".repeat(StrictJson.LARGEST) + "\"}";
		assertThatExceptionOfType(MaxUploadSizeExceededException.class).isThrownBy(() -> read(NewCase.class, body));
	}

	@Test
	void namesEveryFieldOfAnotherKind() {
		assertThat(
				wrong(Completion.class, "{\"decision\": 5, \"comment\": [\"x\"], \"data\": \"x\", \"version\": \"1\"}"))
			.containsExactlyInAnyOrder("decision", "comment", "data", "version");
		assertThat(wrong(Completion.class, "{\"version\": 1.5}")).containsExactly("version");
		assertThat(wrong(Completion.class, "{\"version\": 99999999999}")).containsExactly("version");
		assertThat(wrong(Completion.class, "[]")).containsExactly("");
		assertThat(wrong(Completion.class, "null")).containsExactly("");
	}

	@Test
	void namesWhatCannotBeStored() {
		assertThat(wrong(Completion.class, """
				{"comment": "a\\u0000b", "data": {"a": "\\ud800", "b": [{"c": "\\u0000"}], "d": 1e999999999}}"""))
			.containsExactlyInAnyOrder("comment", "a", "b[0].c", "d");
	}

	private <T extends Sent> List<String> wrong(Class<T> type, String body) {
		InvalidInput invalid = catchThrowableOfType(InvalidInput.class, () -> read(type, body));
		return invalid.violations().stream().map(Violation::field).toList();
	}

	private <T extends Sent> T read(Class<T> type, String body) throws IOException {
		return read(type, body.getBytes(StandardCharsets.UTF_8));
	}

	private <T extends Sent> T read(Class<T> type, byte[] body) throws IOException {
		MockHttpInputMessage message = new MockHttpInputMessage(body);
		message.getHeaders().setContentType(MediaType.APPLICATION_JSON);
		return type.cast(this.json.read(type, message));
	}

}
