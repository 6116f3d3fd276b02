package org.gongjian.identity;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.gongjian.shared.GongjianProperties;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends sessions that are too old, and whatever belongs to an account that was closed. */
class StillWelcome extends OncePerRequestFilter {

	private final CurrentVisitor visitor;

	private final GongjianProperties properties;

	private final Clock clock;

	StillWelcome(CurrentVisitor visitor, GongjianProperties properties, Clock clock) {
		this.visitor = visitor;
		this.properties = properties;
		this.clock = clock;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Optional<String> username = CurrentVisitor.username();
		if (username.isPresent() && (isTooOld(request.getSession(false)) || !this.visitor.mayEnter(username.get()))) {
			Optional.ofNullable(request.getSession(false)).ifPresent(HttpSession::invalidate);
			SecurityContextHolder.clearContext();
		}
		chain.doFilter(request, response);
	}

	private boolean isTooOld(HttpSession session) {
		if (session == null || !(session.getAttribute(Sessions.SIGNED_IN_AT) instanceof Long since)) {
			return false;
		}
		Instant end = Instant.ofEpochMilli(since).plus(this.properties.session().absolute());
		return this.clock.instant().isAfter(end);
	}

}
