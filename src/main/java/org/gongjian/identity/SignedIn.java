package org.gongjian.identity;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.gongjian.web.LocalPath;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;

/** Notes where and when a session began and leads on to the page that was asked for. */
@Component
class SignedIn implements AuthenticationSuccessHandler {

	private final RequestCache asked;

	private final Sessions sessions;

	private final KnownDevices devices;

	private final Clock clock;

	SignedIn(RequestCache asked, Sessions sessions, KnownDevices devices, Clock clock) {
		this.asked = asked;
		this.sessions = sessions;
		this.devices = devices;
		this.clock = clock;
	}

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
			Authentication authentication) throws IOException {
		HttpSession session = request.getSession();
		session.setAttribute(Sessions.SIGNED_IN_AT, this.clock.millis());
		session.setAttribute(Sessions.ADDRESS, Lines.of(request.getRemoteAddr(), 60));
		session.setAttribute(Sessions.DEVICE, Devices.name(request.getHeader(HttpHeaders.USER_AGENT)));
		session.removeAttribute(LoginController.TYPED);
		String target = Optional.ofNullable(this.asked.getRequest(request, response))
			.flatMap(SignedIn::path)
			.or(() -> Optional.ofNullable((String) session.getAttribute(LoginController.CAME_FROM)))
			.orElse("/");
		session.removeAttribute(LoginController.CAME_FROM);
		this.asked.removeRequest(request, response);
		this.devices.remember(request, response, authentication.getName());
		this.sessions.endSurplus(authentication.getName(), session.getId());
		response.sendRedirect(target);
	}

	/** Only the path of what was asked for: the rest was the word of the request. */
	private static Optional<String> path(SavedRequest asked) {
		try {
			URI address = URI.create(asked.getRedirectUrl());
			String query = (address.getRawQuery() == null) ? "" : "?" + address.getRawQuery();
			return LocalPath.of(address.getRawPath() + query);
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

}
