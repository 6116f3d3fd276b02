package org.gongjian.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the tests of a shipped diagram or table reached, kept below
 * {@code target/coverage} for a reader.
 */
public final class Coverage {

	private static final Path FOLDER = Path.of("target", "coverage");

	private final List<Part> parts = new ArrayList<>();

	/**
	 * Something that has to be reached.
	 * @param id what the file calls it
	 * @param kind what it is, in BPMN's or DMN's own word
	 * @param name what a reader knows it by, may be null
	 */
	public void part(String id, String kind, String name) {
		this.parts.add(new Part(id, kind, (name == null) ? "" : name.replaceAll("\\s+", " ")));
	}

	/**
	 * Writes the report.
	 * @param name of the report
	 * @param reached the ids of what was reached
	 * @return the ids of what was not
	 */
	public Set<String> report(String name, Set<String> reached) {
		var missed = new TreeSet<String>();
		var lines = new StringBuilder();
		for (Part part : this.parts) {
			boolean walked = reached.contains(part.id());
			lines.append("| %s | %s | `%s` | %s |%n".formatted(walked ? "yes" : "**no**", part.kind(), part.id(),
					part.name()));
			if (!walked) {
				missed.add(part.id());
			}
		}
		int all = this.parts.size();
		write(name, "# %s: %d of %d%n%n| reached | what | id | name |%n|---|---|---|---|%n".formatted(name,
				all - missed.size(), all) + lines);
		return missed;
	}

	private static void write(String name, String text) {
		try {
			Files.createDirectories(FOLDER);
			Files.writeString(FOLDER.resolve(name + ".md"), text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private record Part(String id, String kind, String name) {
	}

}
