package org.gongjian.identity;

import java.io.IOException;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.gongjian.web.AccessRefused;
import org.gongjian.web.LocalPath;
import org.gongjian.web.Problems;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** Refused access is answered with 403 and written into the journal. */
@Component
class RefusalJournal implements AccessDeniedHandler {

	private final Journal journal;

	private final Problems problems;

	RefusalJournal(Journal journal, Problems problems) {
		this.journal = journal;
		this.problems = problems;
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
			throws IOException {
		if (CurrentVisitor.username().isPresent()) {
			record(request.getMethod(), request.getRequestURI(), refused.getClass().getSimpleName());
		}
		boolean signedIn = CurrentVisitor.username().isPresent();
		Optional<String> from = (!signedIn || refused instanceof CsrfException) ? interrupted(request)
				: Optional.empty();
		if (from.isPresent()) {
			InterruptedForms.keep(request);
			request.getSession().setAttribute(LoginController.CAME_FROM, from.get());
			response.sendRedirect(signedIn ? from.get() : "/login?interrupted");
			return;
		}
		if (refused instanceof CsrfException && isSignIn(request)) {
			LoginController.keepName(request);
			response.sendRedirect("/login?late");
			return;
		}
		this.problems.refuse(request, response, HttpStatus.FORBIDDEN);
	}

	/** A page to sign in on that was open for longer than its session lasted. */
	private static boolean isSignIn(HttpServletRequest request) {
		return request.getMethod().equals("POST") && request.getRequestURI().equals("/login")
				&& LocalPath.ofReferrer(request).filter((path) -> path.startsWith("/login")).isPresent();
	}

	/**
	 * The page whose form was sent after its session had ended, or after one had signed
	 * in again elsewhere in the browser: one comes back to it. Nothing was done.
	 */
	private static Optional<String> interrupted(HttpServletRequest request) {
		boolean form = request.getMethod().equals("POST") && request.getHeader("HX-Request") == null
				&& !LocalPath.isProgram(request.getRequestURI()) && !request.getRequestURI().equals("/login");
		return form ? LocalPath.ofReferrer(request)
			.filter((path) -> !path.startsWith("/login"))
			.map((path) -> InterruptedForms.page(request).orElse(path)) : Optional.empty();
	}

	@EventListener
	void on(AccessRefused refused) {
		record(refused.method(), refused.path(), refused.code());
	}

	private void record(String method, String path, String why) {
		this.journal.record("access.refused", method + " " + path, why);
	}

}
