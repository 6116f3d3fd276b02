package org.gongjian.doors;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import tools.jackson.databind.json.JsonMapper;

/** What a careless or a hostile person sends, by the seed. */
final class Careless {

	private static final JsonMapper JSON = new JsonMapper();

	private static final List<String> TEXTS = List.of("", " ", "x", "NaN", "-1", "99999999999999999999", "1e309",
			"0x10", "１２３", "null", "true", "[]", "{}", "a\0b", "a\uD800b", "\uDFFF", "' or 1=1 --", "%", "_", "\\",
			"../../etc/passwd", "${7*7}", "__${7*7}__::.x", "*{7*7}", "<script>alert(1)</script>", "2026-02-30",
			"9999-12-31", "-999999999-01-01", "+1000000-01-01", "2026-13", "25:61", "2026-12-01T99:00",
			"00000000-0000-0000-0000-000000000000", "00000000-0000", "\u202Etxt", "é", "👩‍👩‍👧",
			"a\r\nSet-Cookie: x=1", "NOT_A_WORD", "-2147483649", "2147483648", "=1+1", "a,b", "1,,2", "name;drop",
			"desc");

	private final Random random;

	Careless(long seed) {
		this.random = new Random(seed);
	}

	String text() {
		return switch (this.random.nextInt(12)) {
			case 0 -> "长".repeat(5_000);
			case 1 -> "a".repeat(70_000);
			case 2 -> "e\u0301\u0302".repeat(300);
			default -> TEXTS.get(this.random.nextInt(TEXTS.size()));
		};
	}

	/** Something that fits into an address. */
	String segment() {
		String text = text();
		String short_ = text.substring(0, Math.min(text.length(), 300));
		String encoded = java.net.URLEncoder.encode(short_, java.nio.charset.StandardCharsets.UTF_8)
			.replace("+", "%20");
		return encoded.matches(".*(%2F|%5C|%00|%0[AD]|%25|%3B|%7F|\\.\\.).*") || encoded.isBlank() ? "none" : encoded;
	}

	/** Some of the names with something that does not belong there. */
	Map<String, String> spoil(Map<String, String> asked) {
		var spoilt = new LinkedHashMap<String, String>();
		asked.forEach((name, right) -> {
			int what = this.random.nextInt(4);
			if (what > 0) {
				spoilt.put(name, (what == 1) ? right : text());
			}
		});
		return spoilt;
	}

	/** A body that is not what was asked for. */
	byte[] body(List<String> names) {
		byte[] bytes = switch (this.random.nextInt(9)) {
			case 0 -> new byte[0];
			case 1 -> "{".repeat(3_000).getBytes();
			case 2 -> ("{\"data\": " + "[".repeat(5_000) + "]".repeat(5_000) + "}").getBytes();
			case 3 -> new byte[] { '{', '"', 'a', '"', ':', '"', (byte) 0xC3, (byte) 0x28, '"', '}' };
			case 4 -> "[1, 2]".getBytes();
			default -> null;
		};
		if (bytes != null) {
			return bytes;
		}
		var fields = new ArrayList<String>();
		for (String name : names) {
			fields.add(JSON.writeValueAsString(name) + ": " + value(0));
		}
		return ("{" + String.join(", ", fields) + "}").getBytes(java.nio.charset.StandardCharsets.UTF_8);
	}

	private String value(int depth) {
		return switch (this.random.nextInt((depth > 2) ? 6 : 9)) {
			case 0 -> "null";
			case 1 -> "1e400";
			case 2 -> "-9999999999";
			case 3 -> "true";
			case 4, 5 -> JSON.writeValueAsString(text());
			case 6 -> "[" + value(depth + 1) + ", " + value(depth + 1) + "]";
			case 7 -> "{" + JSON.writeValueAsString(text()) + ": " + value(depth + 1) + "}";
			default -> "\"\\ud800\\u0000\"";
		};
	}

}
