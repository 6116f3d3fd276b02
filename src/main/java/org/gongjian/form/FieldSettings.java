package org.gongjian.form;

import java.util.List;

import org.gongjian.form.FormFault.Reason;
import tools.jackson.databind.JsonNode;

/** Which settings mean something for which type of field. */
final class FieldSettings {

	private final JsonParts parts;

	FieldSettings(JsonParts parts) {
		this.parts = parts;
	}

	/** Settings that say nothing about the type are mistakes. */
	void check(JsonNode node, String path, FieldType type) {
		only(node, path, type, "options", FieldType.ENUM, FieldType.MULTI_ENUM);
		only(node, path, type, "columns", FieldType.TABLE);
		only(node, path, type, "minRows", FieldType.TABLE);
		only(node, path, type, "min", FieldType.INTEGER, FieldType.DECIMAL, FieldType.MONEY, FieldType.DATE,
				FieldType.DATETIME);
		only(node, path, type, "max", FieldType.INTEGER, FieldType.DECIMAL, FieldType.MONEY, FieldType.DATE,
				FieldType.DATETIME);
		only(node, path, type, "minLength", FieldType.TEXT, FieldType.LONG_TEXT);
		only(node, path, type, "maxLength", FieldType.TEXT, FieldType.LONG_TEXT);
		only(node, path, type, "pattern", FieldType.TEXT, FieldType.LONG_TEXT);
		only(node, path, type, "mustBeTrue", FieldType.BOOLEAN);
		only(node, path, type, "side", FieldType.ORGANISATION);
		only(node, path, type, "party", FieldType.ORGANISATION);
		only(node, path, type, "of", FieldType.PERSON);
		only(node, path, type, "kind", FieldType.REFERENCE, FieldType.INTEGER, FieldType.TEXT);
		only(node, path, type, "accept", FieldType.FILE);
		only(node, path, type, "maxFiles", FieldType.FILE);
		if (this.parts.flag(node, path, "deciding") && type == FieldType.FILE) {
			this.parts.fault(path, "deciding", Reason.FILE_LIST);
		}
		if (this.parts.flag(node, path, "fact") && (type == FieldType.TABLE || type == FieldType.FILE)) {
			this.parts.fault(path, "fact", Reason.FACT, type.code());
		}
	}

	private void only(JsonNode node, String path, FieldType type, String key, FieldType... types) {
		if (node.has(key) && !List.of(types).contains(type)) {
			this.parts.fault(path, key, Reason.MEANS, type.code());
		}
	}

}
