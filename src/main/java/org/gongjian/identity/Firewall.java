package org.gongjian.identity;

import java.io.IOException;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.gongjian.web.LocalPath;
import org.springframework.http.MediaType;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.stereotype.Component;

/** Answers requests that are malformed on purpose, before anything else looks at them. */
@Component
class Firewall extends StrictHttpFirewall implements RequestRejectedHandler {

	private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH");

	Firewall() {
		setAllowedHttpMethods(METHODS);
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException rejected)
			throws IOException {
		boolean known = METHODS.contains(request.getMethod());
		String path = request.getRequestURI();
		if (!known && path.startsWith("/engine-rest") && !LocalPath.isProgram(path)) {
			answer(response, HttpServletResponse.SC_NOT_FOUND, "404 Not found\n");
		}
		else if (known) {
			answer(response, HttpServletResponse.SC_BAD_REQUEST, "400 Bad request\n");
		}
		else {
			answer(response, HttpServletResponse.SC_METHOD_NOT_ALLOWED, "405 Method not allowed\n");
		}
	}

	private static void answer(HttpServletResponse response, int status, String said) throws IOException {
		response.setStatus(status);
		SecurityHeaders.always(response::setHeader);
		response.setHeader("Cache-Control", "no-store");
		response.setContentType(MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8");
		response.getWriter().write(said);
	}

}
