package org.gongjian.studio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The file of a form, changed field by field; what is not spoken of stays as it was. A
 * path names a field, {@code reason}, or a column of a table, {@code items.amount}.
 */
final class FormFile {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	/** What the head of a form says. */
	static final List<String> WORDS = List.of("title.en", "title.zh", "help.en", "help.zh");

	private final ObjectNode root;

	private FormFile(ObjectNode root) {
		this.root = root;
	}

	/** Reads a file that the check has accepted. */
	static FormFile read(String json) {
		return new FormFile((ObjectNode) MAPPER.readTree(json));
	}

	String json() {
		return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(this.root) + "\n";
	}

	/**
	 * A field in the list.
	 *
	 * @param path names it
	 * @param column whether it is a column of a table
	 */
	record Line(String path, String en, String zh, String type, boolean required, boolean column) {
	}

	/** A heading with the fields below it. */
	record Group(int section, String en, String zh, List<Line> fields) {
	}

	List<Group> groups() {
		List<Group> groups = new ArrayList<>();
		for (int section = 0; section < sections().size(); section++) {
			JsonNode node = sections().get(section);
			List<Line> lines = new ArrayList<>();
			node.path("fields").forEach((field) -> {
				lines.add(line(field, "", false));
				field.path("columns")
					.forEach((column) -> lines.add(line(column, field.path("name").asString() + ".", true)));
			});
			groups.add(new Group(section, words(node, "title", "en"), words(node, "title", "zh"), lines));
		}
		return groups;
	}

	private static Line line(JsonNode field, String within, boolean column) {
		return new Line(within + field.path("name").asString(), words(field, "label", "en"),
				words(field, "label", "zh"), field.path("type").asString(), field.path("required").asBoolean(false),
				column);
	}

	private ArrayNode sections() {
		return array(this.root, "sections");
	}

	private static ArrayNode array(ObjectNode node, String key) {
		return (node.get(key) instanceof ArrayNode array) ? array : node.putArray(key);
	}

	static String words(JsonNode node, String key, String language) {
		return node.path(key).path(language).asString("");
	}

	/** What it says beside its fields. */
	FormOffer offer() {
		return new FormOffer(this.root);
	}

	/** What stands above the fields. */
	Map<String, String> head() {
		Map<String, String> head = new LinkedHashMap<>();
		for (String key : List.of("title", "help")) {
			head.put(key + ".en", words(this.root, key, "en"));
			head.put(key + ".zh", words(this.root, key, "zh"));
		}
		return head;
	}

	void head(Map<String, String> head) {
		FieldWords.words(this.root, "title", head.get("title.en"), head.get("title.zh"));
		FieldWords.words(this.root, "help", head.get("help.en"), head.get("help.zh"));
	}

	/** The settings of a field as they stand in the file. */
	Optional<FieldDraft> field(String path) {
		return place(path).map((place) -> FieldWords.of(place.in.get(place.at)));
	}

	/** Adds a field at the end of a section, or a column at the end of a table. */
	void add(String section, FieldDraft field) {
		ArrayNode into = section.matches("\\d{1,3}") ? fields(Integer.parseInt(section))
				: place(section).map((table) -> array((ObjectNode) table.in.get(table.at), "columns")).orElseThrow();
		FieldWords.say(into.addObject(), field);
	}

	private ArrayNode fields(int section) {
		if (section >= sections().size()) {
			sections().addObject();
		}
		return array((ObjectNode) sections().get(Math.min(section, sections().size() - 1)), "fields");
	}

	/** Says something else about a field. */
	void change(String path, FieldDraft field) {
		place(path).ifPresent((place) -> FieldWords.say((ObjectNode) place.in.get(place.at), field));
	}

	void remove(String path) {
		place(path).ifPresent((place) -> place.in.remove(place.at));
	}

	/** Moves a field one place, also over the edge of its section. */
	void move(String path, int by) {
		place(path).ifPresent((place) -> {
			int to = place.at + by;
			if (to >= 0 && to < place.in.size()) {
				place.in.insert(to, place.in.remove(place.at));
			}
			else if (place.section + by >= 0 && place.section + by < sections().size()) {
				ArrayNode other = fields(place.section + by);
				other.insert((by < 0) ? other.size() : 0, place.in.remove(place.at));
			}
		});
	}

	private record Place(ArrayNode in, int at, int section) {
	}

	private Optional<Place> place(String path) {
		String[] names = path.split("\\.", 2);
		for (int section = 0; section < sections().size(); section++) {
			ArrayNode fields = fields(section);
			int at = named(fields, names[0]);
			if (at >= 0 && names.length == 1) {
				return Optional.of(new Place(fields, at, section));
			}
			if (at >= 0) {
				ArrayNode columns = array((ObjectNode) fields.get(at), "columns");
				int column = named(columns, names[1]);
				return (column < 0) ? Optional.empty() : Optional.of(new Place(columns, column, -2));
			}
		}
		return Optional.empty();
	}

	private static int named(ArrayNode fields, String name) {
		for (int at = 0; at < fields.size(); at++) {
			if (fields.get(at).path("name").asString("").equals(name)) {
				return at;
			}
		}
		return -1;
	}

}
