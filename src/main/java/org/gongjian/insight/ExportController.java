package org.gongjian.insight;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;

import jakarta.servlet.http.HttpServletResponse;
import org.gongjian.inbox.ProcessRegisters;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Time;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Registers and ledgers to take away. */
@Controller
@RequestMapping("/exports")
class ExportController {

	private final Ledgers ledgers;

	private final Exports exports;

	private final Clock clock;

	private final ProcessRegisters drawn;

	ExportController(Ledgers ledgers, Exports exports, Clock clock, ProcessRegisters drawn) {
		this.drawn = drawn;
		this.ledgers = ledgers;
		this.exports = exports;
		this.clock = clock;
	}

	@GetMapping
	String list(Actor actor, Model model) {
		model.addAttribute("ledgers", this.ledgers.of(actor).stream().map(Ledger::name).toList());
		model.addAttribute("drawn", this.drawn.all());
		model.addAttribute("zone", actor.zoneWide());
		return "insight/exports";
	}

	@GetMapping("/{name}.csv")
	void csv(Actor actor, @PathVariable String name, Locale locale, HttpServletResponse response) throws IOException {
		Ledger ledger = this.ledgers.get(actor, name);
		try (Sheet sheet = new CsvSheet(begin(response, name + ".csv", "text/csv;charset=UTF-8"))) {
			this.exports.write(actor, ledger, "csv", sheet, locale);
		}
	}

	@GetMapping("/{name}.xlsx")
	void excel(Actor actor, @PathVariable String name, Locale locale, HttpServletResponse response) throws IOException {
		Ledger ledger = this.ledgers.get(actor, name);
		OutputStream out = begin(response, name + ".xlsx",
				"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
		try (Sheet sheet = new ExcelSheet(out, name)) {
			this.exports.write(actor, ledger, "xlsx", sheet, locale);
		}
	}

	private OutputStream begin(HttpServletResponse response, String file, String type) throws IOException {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), Time.OFFICE);
		response.setContentType(type);
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment().filename(today + "-" + file).build().toString());
		response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
		return response.getOutputStream();
	}

}
