package org.gongjian.insight;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.gongjian.organisation.Organisations;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Time;
import org.gongjian.web.PdfPages;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * The monthly circular about problems, 诉求办理月度通报, as PDF in Chinese; for the zone only.
 */
@Controller
class CircularController {

	private static final int MOST_PARKED = 100;

	private final CircularTable table;

	private final Organisations organisations;

	private final ITemplateEngine templates;

	private final PdfPages pages;

	private final Clock clock;

	CircularController(CircularTable table, Organisations organisations, ITemplateEngine templates, PdfPages pages,
			Clock clock) {
		this.table = table;
		this.organisations = organisations;
		this.templates = templates;
		this.pages = pages;
		this.clock = clock;
	}

	/**
	 * The circular of a month, of the last whole month where none is named.
	 * @throws NotFound for people of one organisation
	 * @throws InvalidInput for what is no month, or one that has not begun
	 */
	@GetMapping("/insight/circular.pdf")
	@Transactional(readOnly = true)
	public ResponseEntity<byte[]> circular(Actor actor, @RequestParam(required = false) String month) {
		if (!actor.zoneWide()) {
			throw new NotFound("circular");
		}
		YearMonth wanted = month(month);
		byte[] paper = this.pages.write(this.templates.process("documents/circular", context(wanted)));
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_PDF)
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.inline().filename("circular-" + wanted + ".pdf").build().toString())
			.body(paper);
	}

	private YearMonth month(String typed) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), Time.OFFICE);
		if (typed == null || typed.isBlank()) {
			return YearMonth.from(today).minusMonths(1);
		}
		try {
			YearMonth month = YearMonth.parse(typed.strip());
			if (month.getYear() >= 2000 && !month.isAfter(YearMonth.from(today))) {
				return month;
			}
		}
		catch (DateTimeException noMonth) {
			// reported below
		}
		throw new InvalidInput("month", "insight.circular.month");
	}

	private Context context(YearMonth month) {
		Instant from = month.atDay(1).atStartOfDay(Time.OFFICE).toInstant();
		Instant to = month.plusMonths(1).atDay(1).atStartOfDay(Time.OFFICE).toInstant();
		List<CircularTable.Line> departments = this.table.byDepartment(from, to);
		List<CircularTable.Parked> parked = this.table.parked(MOST_PARKED);
		Set<String> codes = new HashSet<>();
		departments.forEach((line) -> codes.add(line.key()));
		parked.forEach((one) -> codes.add(one.organisation()));
		Context context = new Context(Locale.SIMPLIFIED_CHINESE);
		context.setVariable("month", month);
		context.setVariable("categories", this.table.byCategory(from, to));
		context.setVariable("departments", departments);
		CircularTable.Closed closed = this.table.closed(from, to);
		long[] responses = this.table.responses(from, to);
		context.setVariable("closed", closed);
		context.setVariable("rates",
				Map.of("response", share(responses[1], responses[0]), "solved", share(closed.solved(), closed.all()),
						"satisfied", share(closed.satisfied(), closed.answered()), "firstTime",
						share(closed.firstTime(), closed.solved()), "branch",
						share(closed.byBranch(), closed.solved())));
		context.setVariable("parked", parked);
		context.setVariable("names", this.organisations.byCodes(codes));
		context.setVariable("today", LocalDate.ofInstant(this.clock.instant(), Time.OFFICE));
		return context;
	}

	/** A share in per cent with one decimal; a dash of nothing. */
	static String share(long part, long whole) {
		return (whole == 0) ? "—" : Math.round(part * 1000.0 / whole) / 10.0 + "%";
	}

}
