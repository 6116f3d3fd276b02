package org.gongjian.inbox;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.gongjian.form.Field;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Bilingual;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The registers of processes that were drawn here. */
@Controller
@RequestMapping("/ledgers")
class ProcessRegisterController {

	private static final int PAGE = 25;

	/**
	 * A table has room for so many answers; all are on the page of the case and in what
	 * is taken away.
	 */
	private static final int COLUMNS = 5;

	private static final List<String> STATUSES = List.of("open", "completed", "rejected", "withdrawn", "terminated");

	private final ProcessRegisters registers;

	ProcessRegisterController(ProcessRegisters registers) {
		this.registers = registers;
	}

	@GetMapping
	String list(Model model) {
		model.addAttribute("registers", this.registers.all());
		return "inbox/ledgers";
	}

	@GetMapping("/{process}")
	String show(Actor actor, @PathVariable String process, @RequestParam(required = false) String q,
			@RequestParam(required = false) String status, @RequestParam(required = false) String cursor, Locale locale,
			Model model) {
		List<Field> fields = this.registers.fields(process);
		String state = (status != null && STATUSES.contains(status)) ? status : null;
		model.addAllAttributes(Map.of("process", process, "register", title(process), "fields",
				fields.subList(0, Math.min(COLUMNS, fields.size())), "statuses", STATUSES, "entries", this.registers
					.page(actor, process, (q == null || q.isBlank()) ? null : q.strip(), state, cursor, PAGE, locale)));
		model.addAttribute("q", q);
		model.addAttribute("status", state);
		return "inbox/ledger";
	}

	private Bilingual title(String process) {
		return this.registers.all().get(process);
	}

}
