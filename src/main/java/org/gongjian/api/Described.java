package org.gongjian.api;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import tools.jackson.databind.JsonNode;

/** The description of the API as the page shows it. */
final class Described {

	private final JsonNode document;

	private Described(JsonNode document) {
		this.document = document;
	}

	/** Calls that belong together. */
	record Group(String name, List<Call> calls) {
	}

	/**
	 * A call.
	 *
	 * @param id its anchor in the page
	 * @param more a second sentence, or {@code null}
	 * @param sent the fields of its body
	 * @param answer the fields of its answer
	 * @param list whether the answer is a list of such
	 */
	record Call(String id, String method, String path, String summary, String more, List<Part> parameters,
			List<Part> sent, List<Part> answer, boolean list) {
	}

	/**
	 * A parameter or a field.
	 *
	 * @param note a sentence, or {@code null}
	 */
	record Part(String name, String type, boolean required, String note) {
	}

	static List<Group> groups(JsonNode document) {
		return new Described(document).groups();
	}

	private List<Group> groups() {
		Map<String, List<Call>> groups = new LinkedHashMap<>();
		for (Map.Entry<String, JsonNode> path : this.document.path("paths").properties()) {
			for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
				String group = method.getValue().path("tags").path(0).asString("");
				groups.computeIfAbsent(group, (name) -> new ArrayList<>())
					.add(call(method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()));
			}
		}
		return groups.entrySet()
			.stream()
			.map((group) -> new Group(group.getKey(), sorted(group.getValue())))
			.sorted(Comparator.comparing((group) -> group.calls().get(0).path()))
			.toList();
	}

	private static List<Call> sorted(List<Call> calls) {
		return calls.stream().sorted(Comparator.comparing(Call::path).thenComparing(Call::method)).toList();
	}

	private Call call(String method, String path, JsonNode operation) {
		List<Part> parameters = new ArrayList<>();
		for (JsonNode parameter : operation.path("parameters")) {
			parameters.add(new Part(text(parameter, "name"), type(parameter.path("schema")),
					parameter.path("required").asBoolean(false), text(parameter, "description")));
		}
		JsonNode answer = content(success(operation.path("responses")));
		boolean list = answer.path("type").asString("").equals("array");
		return new Call(text(operation, "operationId"), method, path, text(operation, "summary"),
				text(operation, "description"), parameters, fields(content(operation.path("requestBody"))),
				fields(list ? answer.path("items") : answer), list);
	}

	private static JsonNode success(JsonNode responses) {
		return responses.properties()
			.stream()
			.filter((response) -> response.getKey().startsWith("2"))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElse(responses.path("none"));
	}

	private static JsonNode content(JsonNode holder) {
		return holder.path("content")
			.properties()
			.stream()
			.map((content) -> content.getValue().path("schema"))
			.findFirst()
			.orElse(holder.path("none"));
	}

	private List<Part> fields(JsonNode schema) {
		List<Part> fields = new ArrayList<>();
		for (Map.Entry<String, JsonNode> field : resolved(schema).path("properties").properties()) {
			fields.add(new Part(field.getKey(), type(field.getValue()), false, null));
		}
		return fields;
	}

	private JsonNode resolved(JsonNode schema) {
		String reference = schema.path("$ref").asString("");
		return reference.isEmpty() ? schema : this.document.at(reference.substring(1));
	}

	/** {@code string}, {@code [CaseLine]}, {@code {code, name}} … */
	private String type(JsonNode schema) {
		String reference = schema.path("$ref").asString("");
		if (!reference.isEmpty()) {
			JsonNode properties = resolved(schema).path("properties");
			return "{" + String.join(", ", properties.propertyNames()) + "}";
		}
		String type = schema.path("type").asString("object");
		if (type.equals("array")) {
			return "[" + type(schema.path("items")) + "]";
		}
		String format = schema.path("format").asString("");
		return format.isEmpty() ? type : type + " (" + format + ")";
	}

	private static String text(JsonNode node, String name) {
		return node.path(name).asString(null);
	}

}
