package org.gongjian.calendar;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.gongjian.shared.Actor;
import org.gongjian.shared.Time;
import org.gongjian.web.CsvDownload;
import org.gongjian.web.CsvUpload;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The official calendar: looking at a year, importing a new one. */
@Controller
@RequestMapping("/admin/calendar")
class CalendarController {

	private static final int MOST_BYTES = 512 * 1024;

	private final WorkingDays workingDays;

	private final Clock clock;

	CalendarController(WorkingDays workingDays, Clock clock) {
		this.workingDays = workingDays;
		this.clock = clock;
	}

	@GetMapping
	String show(@RequestParam(required = false) Integer year, Model model) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), Time.OFFICE);
		int shown = (year == null) ? today.getYear() : year;
		if (shown < 2000 || shown > 2100) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
		}
		List<CalendarDay> days = this.workingDays.year(shown);
		model.addAttribute("year", shown);
		model.addAttribute("today", today);
		model.addAttribute("years", this.workingDays.years());
		model.addAttribute("known", this.workingDays.known(LocalDate.of(shown, 1, 1)));
		model.addAttribute("until", this.workingDays.knownUntil());
		model.addAttribute("ending", !this.workingDays.known(today.plusDays(60)));
		model.addAttribute("months", months(shown, days));
		model.addAttribute("worked", days.stream().filter((day) -> day.type().worked()).count());
		return "calendar/calendar";
	}

	@GetMapping("/{year}.csv")
	ResponseEntity<byte[]> download(@PathVariable int year) {
		List<CalendarDay> days = this.workingDays.year(year);
		return CsvDownload.of("working-days-" + year + ".csv", CalendarFile.HEADER,
				days.stream()
					.map((day) -> Arrays.asList(day.date(), CalendarFile.weekday(day.date()), day.type(), day.name()))
					.toList());
	}

	@GetMapping("/import")
	String ask() {
		return "calendar/import";
	}

	@PostMapping("/import")
	ModelAndView preview(@RequestParam(required = false) MultipartFile file) throws IOException {
		if (file == null || file.isEmpty()) {
			return refused("calendar.problem.no-file");
		}
		if (file.getSize() > MOST_BYTES) {
			return refused("calendar.problem.too-large");
		}
		return CsvUpload.read(file.getBytes())
			.map((upload) -> preview(upload.text()))
			.orElseGet(() -> refused("calendar.problem.no-text"));
	}

	@PostMapping("/load")
	ModelAndView load(@RequestParam String content, Actor actor, RedirectAttributes redirect) {
		CalendarFile file = CalendarFile.read(content);
		if (!file.problems().isEmpty()) {
			return preview(content);
		}
		this.workingDays.replace(file.days(), actor.username());
		redirect.addFlashAttribute("notice", "calendar.loaded");
		return new ModelAndView("redirect:/admin/calendar?year=" + file.days().get(0).date().getYear());
	}

	private static ModelAndView refused(String problem) {
		ModelAndView again = new ModelAndView("calendar/import", HttpStatus.UNPROCESSABLE_CONTENT);
		again.addObject("problem", problem);
		return again;
	}

	private ModelAndView preview(String content) {
		CalendarFile file = CalendarFile.read(content);
		ModelAndView page = new ModelAndView("calendar/import-preview",
				file.problems().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
		page.addObject("problems", file.problems());
		if (file.problems().isEmpty()) {
			page.addObject("content", file.text());
			page.addObject("years", years(file.days()));
			page.addObject("special", file.days().stream().filter((day) -> day.name() != null).toList());
		}
		return page;
	}

	private List<ImportedYear> years(List<CalendarDay> days) {
		Map<Integer, List<CalendarDay>> years = days.stream()
			.collect(Collectors.groupingBy((day) -> day.date().getYear(), TreeMap::new, Collectors.toList()));
		List<ImportedYear> summary = new ArrayList<>();
		years.forEach((year, imported) -> {
			Map<LocalDate, CalendarDay> before = this.workingDays.year(year)
				.stream()
				.collect(Collectors.toMap(CalendarDay::date, Function.identity()));
			List<CalendarDay> changed = before.isEmpty() ? List.of()
					: imported.stream()
						.filter((day) -> !before.containsKey(day.date()) || before.get(day.date()).type() != day.type())
						.toList();
			summary.add(new ImportedYear(year, imported.stream().filter((day) -> day.type().worked()).count(),
					!before.isEmpty(), changed));
		});
		return summary;
	}

	/** Weeks of seven days, Monday first; days outside the month are {@code null}. */
	private static List<Month> months(int year, List<CalendarDay> days) {
		Map<LocalDate, CalendarDay> byDate = days.stream()
			.collect(Collectors.toMap(CalendarDay::date, Function.identity()));
		return IntStream.rangeClosed(1, 12).mapToObj((number) -> {
			YearMonth month = YearMonth.of(year, number);
			List<List<CalendarDay>> weeks = new ArrayList<>();
			LocalDate monday = month.atDay(1).minusDays(month.atDay(1).getDayOfWeek().getValue() - 1L);
			for (; !monday.isAfter(month.atEndOfMonth()); monday = monday.plusDays(7)) {
				List<CalendarDay> week = new ArrayList<>();
				for (int day = 0; day < 7; day++) {
					LocalDate date = monday.plusDays(day);
					week.add(YearMonth.from(date).equals(month)
							? byDate.getOrDefault(date, new CalendarDay(date, null, null)) : null);
				}
				weeks.add(week);
			}
			return new Month(month.atDay(1), weeks);
		}).toList();
	}

	/** A month as a table. */
	record Month(LocalDate first, List<List<CalendarDay>> weeks) {
	}

	/** What a file says about a year, and what that changes. */
	record ImportedYear(int year, long worked, boolean replaces, List<CalendarDay> changed) {
	}

}
