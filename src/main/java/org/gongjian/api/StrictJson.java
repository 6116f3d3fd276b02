package org.gongjian.api;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.Violation;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what programs send, strictly: UTF-8, one object, no name twice, nothing behind
 * it. What cannot be read is answered with 400, what is read but wrong with 422 and every
 * wrong field.
 */
class StrictJson extends AbstractHttpMessageConverter<Sent> {

	/** The most bytes of a body; a form of an award with a hundred rows has 60,000. */
	static final int LARGEST = 1024 * 1024;

	private static final int DEEPEST = 20;

	private static final int LONGEST_NUMBER = 60;

	private static final int HIGHEST_EXPONENT = 400;

	/** What the fields of the case stand in; they are named without it. */
	private static final String DATA = "data";

	private final JsonMapper json = JsonMapper
		.builder(JsonFactory.builder()
			.streamReadConstraints(StreamReadConstraints.builder()
				.maxNestingDepth(DEEPEST)
				.maxNumberLength(LONGEST_NUMBER)
				.maxNameLength(200)
				.build())
			.build())
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.enable(DeserializationFeature.USE_LONG_FOR_INTS)
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	StrictJson() {
		super(MediaType.APPLICATION_JSON, new MediaType("application", "*+json"));
	}

	@Override
	protected boolean supports(Class<?> type) {
		return Sent.class.isAssignableFrom(type);
	}

	@Override
	public boolean canWrite(Class<?> type, MediaType mediaType) {
		return false;
	}

	@Override
	protected Sent readInternal(Class<? extends Sent> type, HttpInputMessage input) throws IOException {
		byte[] bytes = input.getBody().readNBytes(LARGEST + 1);
		if (bytes.length > LARGEST) {
			throw new MaxUploadSizeExceededException(LARGEST);
		}
		try {
			JsonNode tree = this.json
				.readTree(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
			if (tree.isMissingNode()) {
				throw new HttpMessageNotReadableException("nothing was sent", input);
			}
			check(tree, type);
			return this.json.treeToValue(tree, type);
		}
		catch (CharacterCodingException | JacksonException unreadable) {
			throw new HttpMessageNotReadableException("not JSON in UTF-8", unreadable, input);
		}
	}

	@Override
	protected void writeInternal(Sent sent, HttpOutputMessage output) {
		throw new HttpMessageNotWritableException("only read");
	}

	private static void check(JsonNode tree, Class<?> type) {
		if (!tree.isObject()) {
			throw new InvalidInput("", "api.violation.object");
		}
		List<Violation> wrong = new ArrayList<>();
		for (RecordComponent part : type.getRecordComponents()) {
			JsonNode value = tree.get(part.getName());
			String problem = (value == null || value.isNull()) ? null : kind(value, part.getType());
			if (problem != null) {
				wrong.add(Violation.of(part.getName(), problem));
			}
		}
		characters(tree, "", wrong);
		if (!wrong.isEmpty()) {
			throw new InvalidInput(wrong);
		}
	}

	private static String kind(JsonNode value, Class<?> type) {
		if (type == String.class) {
			return value.isString() ? null : "api.violation.text";
		}
		if (type == Integer.class) {
			return (value.isIntegralNumber() && value.canConvertToInt()) ? null : "api.violation.integer";
		}
		if (type == Map.class) {
			return value.isObject() ? null : "api.violation.object";
		}
		if (type == Boolean.class) {
			return value.isBoolean() ? null : "api.violation.boolean";
		}
		if (type == List.class) {
			return (value.isArray() && value.valueStream().allMatch(JsonNode::isString)) ? null : "api.violation.texts";
		}
		throw new IllegalStateException("no rule for " + type);
	}

	/** Finds what no database stores and no arithmetic bears, anywhere. */
	private static void characters(JsonNode node, String path, List<Violation> wrong) {
		if (node.isString() && !storable(node.stringValue())) {
			wrong.add(Violation.of(path, "web.violation.characters"));
		}
		else if (node.isNumber() && !reasonable(node.decimalValue())) {
			wrong.add(Violation.of(path, "api.violation.number"));
		}
		else if (node.isArray()) {
			for (int i = 0; i < node.size(); i++) {
				characters(node.get(i), path + "[" + i + "]", wrong);
			}
		}
		else if (node.isObject()) {
			for (Map.Entry<String, JsonNode> part : node.properties()) {
				boolean named = storable(part.getKey());
				if (!named) {
					wrong.add(Violation.of(path, "web.violation.characters"));
				}
				characters(part.getValue(), below(path, named ? part.getKey() : "?"), wrong);
			}
		}
	}

	private static String below(String path, String name) {
		return (path.isEmpty() || path.equals(DATA)) ? name : path + "." + name;
	}

	private static boolean storable(String text) {
		return text.codePoints().noneMatch((point) -> point == 0 || (point >= 0xD800 && point <= 0xDFFF));
	}

	private static boolean reasonable(BigDecimal number) {
		return Math.abs((long) number.scale()) <= HIGHEST_EXPONENT;
	}

}
