package org.gongjian.studio;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.gongjian.engine.Thresholds;
import org.gongjian.organisation.NewParameter;
import org.gongjian.organisation.Parameters;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Bilingual;
import org.gongjian.shared.InvalidInput;
import org.gongjian.studio.TableSheet.Row;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The limits that stand in the cells of decision tables, and parameters in their place.
 */
@Component
class TableLimits {

	private static final Pattern BOUND = Pattern.compile("(>=|<=|>|<)\\s*([\\w.]+)");

	private final Studio studio;

	private final Parameters parameters;

	TableLimits(Studio studio, Parameters parameters) {
		this.studio = studio;
		this.parameters = parameters;
	}

	/**
	 * A limit.
	 *
	 * @param at which cell, {@code 0.2.1}: table, row and column from 0
	 * @param row the row as people count
	 */
	record Limit(String at, int row, String column, String cell) {
	}

	/** Those of a file; none where it is no table. */
	List<Limit> of(DiagramDraft draft, String name, Locale locale) {
		List<Limit> limits = new ArrayList<>();
		List<TableSheet> sheets = sheets(draft, name);
		for (int table = 0; table < sheets.size(); table++) {
			TableSheet sheet = sheets.get(table);
			for (int row = 0; row < sheet.rows().size(); row++) {
				List<String> cells = sheet.rows().get(row).inputs();
				for (int column = 0; column < cells.size(); column++) {
					if (BOUND.matcher(cells.get(column).strip()).matches()) {
						String label = Bilingual.ofName(sheet.inputs().get(column).label()).in(locale);
						limits.add(new Limit(table + "." + row + "." + column, row + 1, label, cells.get(column)));
					}
				}
			}
		}
		return limits;
	}

	private List<TableSheet> sheets(DiagramDraft draft, String name) {
		byte[] content = name.matches(DraftCheck.TABLE) ? this.studio.files(draft).get(name) : null;
		return (content == null) ? List.of() : TableFile.read(new String(content, UTF_8)).sheets();
	}

	/**
	 * Makes a parameter and puts it where a limit stands, both or neither.
	 * @param at the cell, or empty to put it nowhere
	 * @param version of the draft that was looked at
	 * @return the name of the parameter in conditions and tables
	 * @throws InvalidInput if what was typed is wrong
	 */
	@Transactional
	String replace(Actor actor, DiagramDraft draft, String name, String at, NewParameter typed, int version,
			Locale locale) {
		String parameter = Thresholds.name(this.parameters.add(typed, actor));
		if (of(draft, name, locale).stream().anyMatch((limit) -> limit.at().equals(at))) {
			String[] place = at.split("\\.");
			this.studio.saveFile(actor, draft.id(), name, with(draft, name, place, parameter), version, locale);
		}
		return parameter;
	}

	private String with(DiagramDraft draft, String name, String[] place, String parameter) {
		TableFile file = TableFile.read(new String(this.studio.files(draft).get(name), UTF_8));
		List<Row> rows = new ArrayList<>(file.sheets().get(Integer.parseInt(place[0])).rows());
		Row row = rows.get(Integer.parseInt(place[1]));
		List<String> inputs = new ArrayList<>(row.inputs());
		Matcher bound = BOUND.matcher(inputs.get(Integer.parseInt(place[2])).strip());
		bound.matches();
		inputs.set(Integer.parseInt(place[2]), bound.group(1) + " " + parameter);
		rows.set(Integer.parseInt(place[1]), new Row(row.id(), row.about(), inputs, row.outputs()));
		return file.with(Integer.parseInt(place[0]), rows);
	}

}
