package org.gongjian.studio;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.gongjian.shared.Actor;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Overtaken;
import org.gongjian.shared.Violation;
import org.gongjian.studio.TableSheet.Row;
import org.gongjian.web.Mistakes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Decision tables of a draft, cell by cell. */
@Controller
@RequestMapping("/admin/process/drafts/{id}/table")
class TableController {

	private final Studio studio;

	private final ThresholdNames thresholds;

	TableController(Studio studio, ThresholdNames thresholds) {
		this.studio = studio;
		this.thresholds = thresholds;
	}

	@GetMapping
	ModelAndView show(Actor actor, @PathVariable UUID id, @RequestParam String name, Locale locale) {
		DiagramDraft draft = this.studio.draft(actor, id);
		return page(draft, name, file(draft, name).sheets(), Mistakes.NONE, locale);
	}

	private TableFile file(DiagramDraft draft, String name) {
		byte[] content = this.studio.files(draft).get(name);
		if (content == null || !name.endsWith(".dmn")) {
			throw new NotFound("table " + name);
		}
		return TableFile.read(new String(content, UTF_8));
	}

	private ModelAndView page(DiagramDraft draft, String name, List<TableSheet> sheets, Mistakes mistakes,
			Locale locale) {
		return mistakes.page("studio/table",
				Map.of("draft", draft, "name", name, "sheets", sheets, "thresholds", this.thresholds.all(locale)));
	}

	@PostMapping
	ModelAndView keep(Actor actor, @PathVariable UUID id, @RequestParam String name, @RequestParam int version,
			@RequestParam(defaultValue = "save") String action, @RequestParam Map<String, String> sent, Locale locale,
			RedirectAttributes next) {
		DiagramDraft draft = this.studio.draft(actor, id);
		TableFile file = file(draft, name);
		List<TableSheet> sheets = typed(file.sheets(), sent, action);
		String content = null;
		for (int table = 0; table < sheets.size(); table++) {
			content = file.with(table, sheets.get(table).rows());
		}
		try {
			this.studio.saveFile(actor, id, name, content, version, locale);
			next.addFlashAttribute("notice", "web.saved");
			next.addAttribute("name", name);
			return new ModelAndView("redirect:/admin/process/drafts/" + id + "/table");
		}
		catch (Unsafe unsafe) {
			return page(draft, name, sheets, atCells(unsafe, file.places()), locale);
		}
		catch (Overtaken overtaken) {
			ModelAndView again = page(this.studio.draft(actor, id), name, sheets,
					new Mistakes(List.of(Violation.of("version", overtaken.code()))), locale);
			again.setStatus(HttpStatus.CONFLICT);
			return again;
		}
	}

	private static Mistakes atCells(Unsafe unsafe, Map<String, String> places) {
		return new Mistakes(unsafe.problems()
			.stream()
			.map((problem) -> Violation.of(places.getOrDefault(problem.element(), "version"), "studio.problem.plain",
					problem.message()))
			.toList());
	}

	/** What was typed into the cells, then what the button says. */
	private static List<TableSheet> typed(List<TableSheet> kept, Map<String, String> sent, String action) {
		List<TableSheet> sheets = new ArrayList<>();
		for (int table = 0; table < kept.size(); table++) {
			sheets.add(typed(kept.get(table), table, sent));
		}
		String[] parts = action.split(":");
		int table = number(parts, 1);
		if (table < 0 || table >= sheets.size()) {
			return sheets;
		}
		int row = number(parts, 2);
		TableSheet sheet = sheets.get(table);
		if (row < sheet.rows().size() && row >= ("add".equals(parts[0]) ? -1 : 0)) {
			sheets.set(table, acted(sheet, parts[0], row));
		}
		return sheets;
	}

	private static TableSheet acted(TableSheet sheet, String action, int row) {
		return switch (action) {
			case "add" -> sheet.added(row);
			case "remove" -> sheet.removed(row);
			case "up" -> sheet.moved(row, -1);
			case "down" -> sheet.moved(row, 1);
			default -> sheet;
		};
	}

	private static int number(String[] parts, int place) {
		return (parts.length > place && parts[place].matches("-?\\d{1,4}")) ? Integer.parseInt(parts[place])
				: Integer.MAX_VALUE;
	}

	private static TableSheet typed(TableSheet kept, int table, Map<String, String> sent) {
		Map<String, Row> known = new HashMap<>();
		kept.rows().forEach((row) -> known.put(row.id(), row));
		List<Row> rows = new ArrayList<>();
		for (int row = 0; sent.containsKey("row." + table + "." + row); row++) {
			String at = table + "." + row;
			List<String> inputs = new ArrayList<>();
			List<String> outputs = new ArrayList<>();
			for (int column = 0; column < kept.inputs().size() + kept.outputs().size(); column++) {
				String cell = sent.getOrDefault("cell." + at + "." + column, "").strip();
				(column < kept.inputs().size() ? inputs : outputs).add(cell);
			}
			String id = sent.get("row." + at);
			rows.add(new Row(known.containsKey(id) ? id : "", sent.getOrDefault("about." + at, "").strip(), inputs,
					outputs));
		}
		return rows.isEmpty() ? kept : kept.with(rows);
	}

}
