package org.gongjian.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Changes the language when a language button was pressed. A handler that does not say it
 * can show its form again is never run by such a press: changing the language decides
 * nothing.
 */
class LanguageInterceptor implements HandlerInterceptor {

	private final Language language;

	private final ObjectProvider<Visitor> visitor;

	LanguageInterceptor(Language language, ObjectProvider<Visitor> visitor) {
		this.language = language;
		this.visitor = visitor;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
			throws Exception {
		if (request.getDispatcherType() == DispatcherType.ERROR) {
			return true; // what was sent may have been too large to be read
		}
		Optional<Locale> chosen = Language.of(request.getParameter(Language.PARAMETER));
		if (chosen.isEmpty()) {
			return true;
		}
		this.language.setLocale(request, response, chosen.get());
		if (isSafe(request)) {
			response.sendRedirect(LocalPath.with(request, Language.PARAMETER, null));
			return false;
		}
		this.visitor.ifAvailable((visitor) -> visitor.remember(chosen.get()));
		if (showsFormAgain(handler)) {
			return true;
		}
		response.sendRedirect(LocalPath.ofReferrer(request).orElse("/"));
		return false;
	}

	private static boolean isSafe(HttpServletRequest request) {
		return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
	}

	private static boolean showsFormAgain(Object handler) {
		if (!(handler instanceof HandlerMethod method)) {
			return false;
		}
		RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequestMapping.class);
		return mapping != null && Arrays.asList(mapping.params()).contains(Language.PARAMETER);
	}

}
