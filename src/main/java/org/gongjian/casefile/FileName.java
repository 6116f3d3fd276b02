package org.gongjian.casefile;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes the name a file came with safe to keep, to show and to download under. */
final class FileName {

	private static final int LONGEST = 120;

	private static final Pattern DEVICE = Pattern.compile("(?i)(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\\..*)?");

	private FileName() {
	}

	/** The name without folders, control characters, and characters that turn text. */
	static String safe(String given, ContentType type) {
		String name = Normalizer.normalize((given == null) ? "" : given, Normalizer.Form.NFC);
		name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
		StringBuilder kept = new StringBuilder();
		name.codePoints().filter(FileName::isShown).forEach(kept::appendCodePoint);
		name = kept.toString().replaceAll("[<>:\"|?*%;]", "_").replaceAll("\\s+", " ").replaceAll("[. ]+$", "");
		int dot = name.lastIndexOf('.');
		String stem = (dot > 0) ? name.substring(0, dot) : name;
		String ending = (dot > 0) ? name.substring(dot + 1) : "";
		if (!type.mayBeNamed("x." + ending)) {
			stem = name;
			ending = type.extension();
		}
		stem = stem.replaceAll("^[. ]+|[. ]+$", "");
		if (stem.isEmpty()) {
			stem = "file";
		}
		if (DEVICE.matcher(stem).matches()) {
			stem = "_" + stem;
		}
		int length = stem.codePointCount(0, stem.length());
		if (length > LONGEST) {
			stem = stem.substring(0, stem.offsetByCodePoints(0, LONGEST)).strip();
		}
		return stem + "." + ending.toLowerCase(Locale.ROOT);
	}

	/** What a name ends in as given, to be compared with the content. */
	static String plain(String given) {
		String name = (given == null) ? "" : given;
		name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
		StringBuilder kept = new StringBuilder();
		name.codePoints().filter(FileName::isShown).forEach(kept::appendCodePoint);
		return kept.toString().strip();
	}

	private static boolean isShown(int point) {
		return switch (Character.getType(point)) {
			case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
					Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
				false;
			default -> true;
		};
	}

}
