package org.gongjian.identity;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.gongjian.web.LocalPath;
import org.gongjian.web.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/** Answers those who are not signed in: pages lead to the login, programs get 401. */
@Component
class NotSignedIn implements AuthenticationEntryPoint, AuthenticationFailureHandler {

	private static final String FOREIGN = "(?i)/(\\.|actuator|h2-console|engine-rest|camunda|app/|WEB-INF|META-INF).*";

	private final Problems problems;

	NotSignedIn(Problems problems) {
		this.problems = problems;
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
			throws IOException {
		String path = request.getRequestURI();
		if (refused instanceof TooManyTries tries) {
			this.problems.refuse(request, response, tries.refused());
		}
		else if (LocalPath.isProgram(path)) {
			response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Gongjian\", charset=\"UTF-8\"");
			this.problems.refuse(request, response, HttpStatus.UNAUTHORIZED);
		}
		else if (path.matches(FOREIGN)) {
			response.sendError(HttpStatus.NOT_FOUND.value());
		}
		else if (request.getHeader("HX-Request") != null) {
			response.setHeader("HX-Redirect", "/login");
			response.setStatus(HttpStatus.UNAUTHORIZED.value());
		}
		else {
			response.sendRedirect("/login");
		}
	}

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException refused) throws IOException {
		if (refused instanceof TooManyTries tries) {
			this.problems.refuse(request, response, tries.refused());
			return;
		}
		LoginController.keepName(request);
		response.sendRedirect("/login?refused");
	}

}
