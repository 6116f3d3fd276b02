package org.gongjian.form;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.gongjian.form.FormFixtures.Programmes;
import org.gongjian.shared.Actor;
import org.gongjian.web.Language;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Shows the sample forms in tests, as the pages of tasks do. */
@Controller
@RequestMapping("/sample/{step}")
class SampleFormController {

	private final FormSessions forms;

	SampleFormController(FormSessions forms) {
		this.forms = forms;
	}

	private static FormContext context(Actor actor, String step) {
		if (step.equals("refusal")) {
			FormContext review = context(actor, "review");
			return review.offering(review.decisions().subList(1, 3), List.of());
		}
		if (step.equals("review")) {
			return FormContext
				.task(actor, "sample", FormFixtures.catalogue(), FormFixtures.form("review"), "sample-task",
						"EX-2026-0001",
						Map.of("reason", "They fit.\nReally.", "focusAreas", List.of("TEAM"), "plannedActivities",
								1200L, "budget", new java.math.BigDecimal("1200.50"), "termStart", "2026-12-01",
								"enterpriseOrg", "F08", "integrity", true, "resourceList",
								List.of(Map.of("side", "GOV", "item", "Lecture hall", "quantity", 2L))),
						Map.of(), null)
				.offering(
						List.of(FormFixtures.form("review").decisions().get(0),
								FormFixtures.form("review").decisions().get(1),
								new Decision(FormContext.RETURN,
										new org.gongjian.shared.Bilingual("Return for changes", "退回修改"),
										Decision.Kind.NEUTRAL, true)),
						List.of(new Option("START", new org.gongjian.shared.Bilingual("The start", "发起环节")),
								new Option("PREVIOUS", new org.gongjian.shared.Bilingual("The step before", "上一环节"))))
				.reviewed();
		}
		return FormContext.start(actor, "sample", FormFixtures.catalogue());
	}

	@GetMapping
	ModelAndView open(Actor actor, @PathVariable String step, Locale locale) {
		return page(this.forms.open(context(actor, step)), locale);
	}

	@PostMapping(params = Language.PARAMETER)
	ModelAndView language(Actor actor, @PathVariable String step, HttpServletRequest request, Locale locale) {
		return page(this.forms.receive(context(actor, step), request), locale);
	}

	@PostMapping
	ModelAndView receive(Actor actor, @PathVariable String step, HttpServletRequest request, Locale locale) {
		FormSession session = this.forms.receive(context(actor, step), request);
		if (session.isAutosave()) {
			return status(new ModelAndView("form/draft :: status", "form", session.view(locale)), session);
		}
		if (session.stays() || !session.check()) {
			return page(session, locale);
		}
		return status(new ModelAndView("sample-answers", "form", session.view(locale)), session);
	}

	private static ModelAndView page(FormSession session, Locale locale) {
		return status(new ModelAndView("sample-form", "form", session.view(locale)), session);
	}

	private static ModelAndView status(ModelAndView page, FormSession session) {
		page.setStatus(session.status());
		return page;
	}

	/** A source of references for the sample form. */
	@org.springframework.stereotype.Component
	static class SampleProgrammes implements ReferenceSource {

		private final Programmes programmes = new Programmes();

		@Override
		public String kind() {
			return this.programmes.kind();
		}

		@Override
		public List<Choice> search(String q, Map<String, Object> data, Actor actor, int limit) {
			return this.programmes.search(q, data, actor, limit);
		}

		@Override
		public Optional<Choice> find(String id) {
			return this.programmes.find(id);
		}

	}

}
