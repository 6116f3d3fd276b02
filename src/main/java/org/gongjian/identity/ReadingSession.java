package org.gongjian.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;

/** The session of the pages opens the API for reading, and for nothing else. */
class ReadingSession implements SecurityContextRepository {

	private final HttpSessionSecurityContextRepository session = new HttpSessionSecurityContextRepository();

	@Override
	public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
		return isReading(request) ? this.session.loadDeferredContext(request) : new Nobody();
	}

	@Override
	@Deprecated
	public SecurityContext loadContext(HttpRequestResponseHolder holder) {
		return loadDeferredContext(holder.getRequest()).get();
	}

	@Override
	public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
		// A call of the API leaves no session behind.
	}

	@Override
	public boolean containsContext(HttpServletRequest request) {
		return isReading(request) && this.session.containsContext(request);
	}

	private static boolean isReading(HttpServletRequest request) {
		boolean safe = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
		return safe && request.getHeader(HttpHeaders.AUTHORIZATION) == null;
	}

	private static final class Nobody implements DeferredSecurityContext {

		@Override
		public SecurityContext get() {
			return SecurityContextHolder.createEmptyContext();
		}

		@Override
		public boolean isGenerated() {
			return true;
		}

	}

}
