package org.gongjian.form;

import java.util.List;

import org.gongjian.casefile.Attachment;

/**
 * A value ready to be shown, in the reader's language.
 *
 * @param name the field
 * @param label its label
 * @param kind which of the others it uses: {@code empty}, {@code text}, {@code prose},
 * {@code list}, {@code files}, {@code table} or {@code groups}
 * @param text one line, or lines of prose
 * @param items the items of a list
 * @param files the files
 * @param heads the headings of a table
 * @param rows the cells of a table
 * @param groups values by organisation
 */
public record ValueView(String name, String label, String kind, String text, List<String> items, List<Attachment> files,
		List<String> heads, List<List<ValueView>> rows, List<Group> groups) {

	static ValueView empty(String name, String label) {
		return of(name, label, "empty", "");
	}

	static ValueView of(String name, String label, String kind, String text) {
		return new ValueView(name, label, kind, text, List.of(), List.of(), List.of(), List.of(), List.of());
	}

	static ValueView list(String name, String label, List<String> items) {
		return new ValueView(name, label, "list", String.join(", ", items), items, List.of(), List.of(), List.of(),
				List.of());
	}

	static ValueView files(String name, String label, List<Attachment> files) {
		String text = String.join(", ", files.stream().map(Attachment::name).toList());
		return new ValueView(name, label, "files", text, List.of(), files, List.of(), List.of(), List.of());
	}

	static ValueView table(String name, String label, List<String> heads, List<List<ValueView>> rows) {
		return new ValueView(name, label, "table", String.valueOf(rows.size()), List.of(), List.of(), heads, rows,
				List.of());
	}

	static ValueView groups(String name, String label, List<Group> groups) {
		return new ValueView(name, label, "groups", "", List.of(), List.of(), List.of(), List.of(), groups);
	}

	/** Whether there is anything to show. */
	public boolean isEmpty() {
		return "empty".equals(this.kind);
	}

	/** Whether it needs the whole width of the page. */
	public boolean isWide() {
		return "table".equals(this.kind) || "groups".equals(this.kind);
	}

	/**
	 * What one organisation answered.
	 *
	 * @param title its name
	 * @param values its answers
	 */
	public record Group(String title, List<ValueView> values) {
	}

}
