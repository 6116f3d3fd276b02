package org.gongjian.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The page behind everything that was refused or failed before or outside a controller. A
 * fault gets a reference; the log has the same reference with the cause.
 */
@Controller
class FaultController implements ErrorController {

	private static final Logger logger = LoggerFactory.getLogger(FaultController.class);

	private final Refusals refusals;

	FaultController(Refusals refusals) {
		this.refusals = refusals;
	}

	@RequestMapping("/error")
	Object show(HttpServletRequest request) {
		Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
		if (path == null || status == null) {
			return this.refusals.answer(Refusal.of(HttpStatus.NOT_FOUND), "/error");
		}
		Object cause = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
		Refusal refusal = refusal((int) status, (cause instanceof Throwable fault) ? fault : null, path.toString());
		return this.refusals.answer(refusal, path.toString());
	}

	private static Refusal refusal(int code, Throwable cause, String path) {
		HttpStatus status = HttpStatus.resolve(code);
		if (status != null && status.is4xxClientError()) {
			return Refusal.of(status);
		}
		String reference = Reference.create();
		logger.error("Fault {} at {}", reference, shortened(path), cause);
		return Refusal.fault(isAbsent(cause) ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.INTERNAL_SERVER_ERROR,
				reference);
	}

	private static boolean isAbsent(Throwable cause) {
		for (Throwable each = cause; each != null; each = each.getCause()) {
			if (each instanceof DataAccessResourceFailureException
					|| each instanceof CannotCreateTransactionException) {
				return true;
			}
		}
		return false;
	}

	private static String shortened(String path) {
		return path.substring(0, Math.min(path.length(), 200)).replaceAll("\\p{Cntrl}", "?");
	}

}
