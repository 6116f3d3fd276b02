package org.gongjian.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.gongjian.shared.Actor;
import org.gongjian.shared.Time;
import org.gongjian.web.Language;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The thresholds of the house and their log. */
@Controller
@RequestMapping("/admin/parameters")
class ParameterController {

	private final Parameters parameters;

	private final Clock clock;

	ParameterController(Parameters parameters, Clock clock) {
		this.parameters = parameters;
		this.clock = clock;
	}

	@GetMapping
	String list(Model model) {
		Map<String, List<Parameter>> areas = this.parameters.all()
			.stream()
			.collect(Collectors.groupingBy(Parameter::area, LinkedHashMap::new, Collectors.toList()));
		model.addAttribute("areas", areas);
		return "organisation/parameters";
	}

	@GetMapping("/log")
	String log(Model model) {
		model.addAttribute("log", this.parameters.log(null));
		model.addAttribute("labels",
				this.parameters.all()
					.stream()
					.filter((parameter) -> parameter.label() != null)
					.collect(Collectors.toMap(Parameter::key, Parameter::label)));
		return "organisation/parameter-log";
	}

	@GetMapping("/{key}")
	String edit(@PathVariable String key, Model model) {
		Parameter parameter = this.parameters.get(key);
		model.addAttribute("form", new ParameterForm(parameter.value(), today().toString(), ""));
		model.addAttribute("version", parameter.version());
		return form(parameter, model);
	}

	@PostMapping(path = "/{key}", params = Language.PARAMETER)
	String editInOtherLanguage(@PathVariable String key, @ModelAttribute("form") ParameterForm form,
			BindingResult errors, @RequestParam int version, Model model) {
		model.addAttribute("version", version);
		return form(this.parameters.get(key), model);
	}

	@PostMapping("/{key}")
	ModelAndView change(@PathVariable String key, @ModelAttribute("form") ParameterForm form, BindingResult errors,
			@RequestParam int version, Actor actor, Model model, RedirectAttributes redirect) {
		return Problems.handle(errors, () -> {
			this.parameters.change(key, form, version, actor);
			redirect.addFlashAttribute("notice", "web.saved");
			return "/admin/parameters";
		}, () -> {
			Parameter now = this.parameters.get(key);
			model.addAttribute("version", now.version());
			return new ModelAndView(form(now, model));
		});
	}

	private String form(Parameter parameter, Model model) {
		model.addAttribute("parameter", parameter);
		model.addAttribute("log", this.parameters.log(parameter.key()));
		model.addAttribute("today", today());
		return "organisation/parameter";
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), Time.OFFICE);
	}

}
