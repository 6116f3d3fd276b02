package org.gongjian.demo;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

import org.gongjian.calendar.WorkingDays;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.Time;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the demo data come from, and the clock for people. */
@Controller
@Profile("demo")
class DemoController {

	private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

	private final DemoClock clock;

	private final WorkingDays workingDays;

	private final JsonMapper mapper;

	DemoController(DemoClock clock, WorkingDays workingDays, JsonMapper mapper) {
		this.clock = clock;
		this.workingDays = workingDays;
		this.mapper = mapper;
	}

	@GetMapping("/demo")
	String source(Model model) throws IOException {
		try (InputStream in = new ClassPathResource("demo/demo-data.json").getInputStream()) {
			JsonNode data = this.mapper.readTree(in);
			model.addAttribute("people", data.get("people").valueStream().map(NamedPerson::of).toList());
			model.addAttribute("government", data.get("unnamedInArticle").get("government").asInt());
			model.addAttribute("enterprise", data.get("unnamedInArticle").get("enterprise").asInt());
		}
		return "demo/source";
	}

	@GetMapping("/admin/demo")
	String show(Model model) {
		model.addAttribute("typed", FIELD.format(local()));
		return clock(model);
	}

	@PostMapping("/admin/demo")
	ModelAndView move(@RequestParam String now, Actor actor, Model model, RedirectAttributes redirect) {
		try {
			this.clock.move(LocalDateTime.parse(now).atZone(Time.OFFICE).toInstant(), actor);
			redirect.addFlashAttribute("notice", "demo.clock.moved");
			return new ModelAndView("redirect:/admin/demo");
		}
		catch (DateTimeParseException ex) {
			model.addAttribute("problem", "demo.clock.no-time");
		}
		catch (InvalidInput refused) {
			model.addAttribute("problem", refused.violations().get(0).code());
		}
		model.addAttribute("typed", now);
		return new ModelAndView(clock(model), HttpStatus.UNPROCESSABLE_CONTENT);
	}

	private String clock(Model model) {
		LocalDateTime now = local();
		model.addAttribute("now", this.clock.now());
		model.addAttribute("tomorrow", FIELD.format(workingDay(now, 1)));
		model.addAttribute("nextWeek", FIELD.format(workingDay(now, 5)));
		model.addAttribute("nextMonth", FIELD.format(now.plusMonths(1)));
		return "demo/clock";
	}

	private LocalDateTime workingDay(LocalDateTime now, int count) {
		return this.workingDays.plus(now.toLocalDate(), count).atTime(now.toLocalTime());
	}

	private LocalDateTime local() {
		return LocalDateTime.ofInstant(this.clock.now(), Time.OFFICE);
	}

	/** Somebody the article names. */
	record NamedPerson(String nameLatin, String nameZh, String titleEn, String titleZh) {

		static NamedPerson of(JsonNode node) {
			return new NamedPerson(node.get("nameLatin").asString(), node.get("nameZh").asString(),
					node.get("titleEn").asString(), node.get("titleZh").asString());
		}

	}

}
