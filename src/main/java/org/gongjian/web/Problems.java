package org.gongjian.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/**
 * Refuses requests before they reach a controller: problems for programs, pages for
 * people.
 */
@Component
public class Problems {

	private final Refusals refusals;

	private final LocaleResolver language;

	private final JsonMapper json;

	Problems(Refusals refusals, LocaleResolver language, JsonMapper json) {
		this.refusals = refusals;
		this.language = language;
		this.json = json;
	}

	/** Answers a refused request. */
	public void refuse(HttpServletRequest request, HttpServletResponse response, HttpStatus status) throws IOException {
		if (!LocalPath.isProgram(request.getRequestURI())) {
			response.sendError(status.value());
			return;
		}
		LocaleContextHolder.setLocale(this.language.resolveLocale(request));
		byte[] body = this.json.writeValueAsBytes(this.refusals.detail(Refusal.of(status), request.getRequestURI()));
		response.setStatus(status.value());
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.setCharacterEncoding(StandardCharsets.UTF_8);
		response.getOutputStream().write(body);
	}

	/** Answers a request that came too often. */
	public void refuse(HttpServletRequest request, HttpServletResponse response, TooManyRequests tooMany)
			throws IOException {
		response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(tooMany.seconds()));
		refuse(request, response, HttpStatus.TOO_MANY_REQUESTS);
	}

}
