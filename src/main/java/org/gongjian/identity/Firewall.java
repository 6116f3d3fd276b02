package org.gongjian.identity;

import java.io.IOException;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
		response.setStatus(known ? HttpServletResponse.SC_BAD_REQUEST : HttpServletResponse.SC_METHOD_NOT_ALLOWED);
		SecurityHeaders.always(response::setHeader);
		response.setHeader("Cache-Control", "no-store");
		response.setContentType(MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8");
		response.getWriter().write(known ? "400 Bad request\n" : "405 Method not allowed\n");
	}

}
