package org.gongjian.engine.picture;

import java.util.ArrayList;
import java.util.List;

/** Breaks a text into lines; the widths of letters are estimated. */
final class Wrapping {

	private Wrapping() {
	}

	/** The lines of a text, at most so many; the last one is cut with an ellipsis. */
	static List<String> lines(String text, double width, double size, int most) {
		var lines = new ArrayList<String>();
		var line = new StringBuilder();
		for (String piece : pieces(text)) {
			boolean full = !line.isEmpty() && width(line + piece.stripTrailing(), size) > width;
			if (full) {
				lines.add(line.toString().strip());
				line.setLength(0);
			}
			line.append(line.isEmpty() ? piece.stripLeading() : piece);
		}
		if (!line.toString().isBlank()) {
			lines.add(line.toString().strip());
		}
		if (lines.size() > most) {
			var cut = new ArrayList<>(lines.subList(0, Math.max(1, most)));
			cut.set(cut.size() - 1, cut.get(cut.size() - 1) + "…");
			return cut;
		}
		return lines;
	}

	/**
	 * Words with the space behind them; Chinese can break after each sign, long words
	 * anywhere.
	 */
	private static List<String> pieces(String text) {
		var pieces = new ArrayList<String>();
		var word = new StringBuilder();
		for (int letter : text.strip().replaceAll("\\s+", " ").codePoints().toArray()) {
			boolean wide = wide(letter);
			if (wide && !word.isEmpty() && !closing(letter)) {
				pieces.add(word.toString());
				word.setLength(0);
			}
			word.appendCodePoint(letter);
			if (wide || letter == ' ' || letter == '-' || letter == '/' || word.length() >= 24) {
				pieces.add(word.toString());
				word.setLength(0);
			}
		}
		pieces.add(word.toString());
		return pieces;
	}

	static double width(String text, double size) {
		return text.codePoints().mapToDouble(Wrapping::width).sum() * size;
	}

	private static double width(int letter) {
		if (wide(letter)) {
			return 1;
		}
		if ("iljtfI.,;:'|!() -".indexOf(letter) >= 0) {
			return 0.33;
		}
		return Character.isUpperCase(letter) ? 0.7 : "mwMW".indexOf(letter) >= 0 ? 0.85 : 0.56;
	}

	private static boolean wide(int letter) {
		return letter >= 0x2E80 && letter <= 0xD7FF || letter >= 0xF900 && letter <= 0xFAFF
				|| letter >= 0xFE30 && letter <= 0xFFEF || letter >= 0x1F000;
	}

	private static boolean closing(int letter) {
		return "，。、；：！？）》」』】”’".indexOf(letter) >= 0;
	}

}
