package org.gongjian.identity;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets programs in that show a personal token. */
class TokenFilter extends OncePerRequestFilter {

	private static final String SCHEME = "Bearer ";

	private final Tokens tokens;

	private final LoginThrottle throttle;

	private final Journal journal;

	private final AuthenticationEntryPoint refusal;

	TokenFilter(Tokens tokens, LoginThrottle throttle, Journal journal, AuthenticationEntryPoint refusal) {
		this.tokens = tokens;
		this.throttle = throttle;
		this.journal = journal;
		this.refusal = refusal;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String header = request.getHeader(HttpHeaders.AUTHORIZATION);
		if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
			chain.doFilter(request, response);
			return;
		}
		try {
			enter(header.substring(SCHEME.length()).strip());
		}
		catch (AuthenticationException ex) {
			this.refusal.commence(request, response, ex);
			return;
		}
		chain.doFilter(request, response);
	}

	private void enter(String secret) {
		this.throttle.check(Journal.address());
		Optional<String> owner = this.tokens.owner(secret);
		if (owner.isEmpty()) {
			this.journal.record("login.refused", "token", "");
			this.throttle.failed(Journal.address(), "", true);
			throw new BadCredentialsException("refused");
		}
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(owner.get(), null, List.of()));
		SecurityContextHolder.setContext(context);
	}

}
