package org.gongjian.web;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.gongjian.shared.Violation;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Answers a refused request: people with a page, programs with a problem (RFC 9457). */
@Component
class Refusals {

	private final MessageSource messages;

	Refusals(MessageSource messages) {
		this.messages = messages;
	}

	/**
	 * The answer for whoever asks: a {@code ModelAndView} or a {@code ResponseEntity}.
	 */
	Object answer(Refusal refusal, String path) {
		return LocalPath.isProgram(path) ? problem(refusal, path) : page(refusal);
	}

	private ModelAndView page(Refusal refusal) {
		ModelAndView page = new ModelAndView("error/refusal", refusal.status());
		page.addObject("refusal", refusal);
		page.addObject("heading", word(refusal, "title"));
		page.addObject("reason", reason(refusal));
		page.addObject("next", word(refusal, "next"));
		page.addObject("problems", refusal.violations().stream().map(this::say).toList());
		return page;
	}

	private ResponseEntity<ProblemDetail> problem(Refusal refusal, String path) {
		return ResponseEntity.status(refusal.status())
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.body(detail(refusal, path));
	}

	ProblemDetail detail(Refusal refusal, String path) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(refusal.status(), reason(refusal));
		problem.setType(URI.create("about:blank"));
		problem.setTitle(word(refusal, "title"));
		problem.setInstance(URI.create(path));
		if (LocalPath.isModeler(path)) {
			// the only thing Camunda Modeler shows
			problem.setProperty("message", problem.getDetail());
		}
		if (!refusal.violations().isEmpty()) {
			problem.setProperty("errors", refusal.violations().stream().map(this::error).toList());
		}
		if (refusal.decidedBy() != null) {
			problem.setProperty("decidedBy", refusal.decidedBy());
			problem.setProperty("decidedAt", refusal.decidedAt());
			problem.setProperty("decision", refusal.decision());
		}
		if (refusal.reference() != null) {
			problem.setProperty("reference", refusal.reference());
		}
		return problem;
	}

	private Map<String, Object> error(Violation violation) {
		Map<String, Object> error = new LinkedHashMap<>();
		error.put("field", violation.field());
		error.put("code", violation.code());
		error.put("message", say(violation));
		return error;
	}

	/** Where a reason has words of its own, those; else the usual ones of the status. */
	private String word(Refusal refusal, String what) {
		return this.messages.getMessage(refusal.code() + "." + what, null,
				say("web.error." + refusal.kind() + "." + what), LocaleContextHolder.getLocale());
	}

	private String reason(Refusal refusal) {
		String usual = say("web.error." + refusal.kind() + ".text");
		return (refusal.code() == null) ? usual
				: this.messages.getMessage(refusal.code(), null, usual, LocaleContextHolder.getLocale());
	}

	private String say(Violation violation) {
		Locale locale = LocaleContextHolder.getLocale();
		String unknown = this.messages.getMessage("web.violation.unknown", null, locale);
		return this.messages.getMessage(violation.code(), violation.arguments().toArray(), unknown, locale);
	}

	private String say(String key) {
		return this.messages.getMessage(key, null, LocaleContextHolder.getLocale());
	}

}
