package org.gongjian.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotAllowed;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Overtaken;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** Turns the refusals every room speaks into pages and problems. */
@ControllerAdvice
class RefusalAdvice {

	private final Refusals refusals;

	private final ApplicationEventPublisher events;

	RefusalAdvice(Refusals refusals, ApplicationEventPublisher events) {
		this.refusals = refusals;
		this.events = events;
	}

	@ExceptionHandler
	Object notFound(NotFound unknown, HttpServletRequest request) {
		return answer(Refusal.of(HttpStatus.NOT_FOUND), request);
	}

	@ExceptionHandler
	Object notAllowed(NotAllowed refused, HttpServletRequest request) {
		this.events.publishEvent(new AccessRefused(request.getMethod(), request.getRequestURI(), refused.code()));
		return answer(Refusal.of(refused), request);
	}

	@ExceptionHandler
	Object invalid(InvalidInput invalid, HttpServletRequest request) {
		return answer(Refusal.of(invalid), request);
	}

	@ExceptionHandler
	Object overtaken(Overtaken overtaken, HttpServletRequest request) {
		return answer(Refusal.of(overtaken), request);
	}

	/** H2 tells of a row it waited for too long as of a query that took too long. */
	@ExceptionHandler({ DuplicateKeyException.class, ConcurrencyFailureException.class, QueryTimeoutException.class })
	Object secondAtTheSameMoment(HttpServletRequest request) {
		return answer(Refusal.of(HttpStatus.CONFLICT), request);
	}

	@ExceptionHandler
	Object tooMany(TooManyRequests tooMany, HttpServletRequest request, HttpServletResponse response) {
		response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(tooMany.seconds()));
		return answer(Refusal.of(HttpStatus.TOO_MANY_REQUESTS), request);
	}

	@ExceptionHandler
	Object tooLarge(MaxUploadSizeExceededException large, HttpServletRequest request) {
		return answer(Refusal.of(HttpStatus.CONTENT_TOO_LARGE), request);
	}

	@ExceptionHandler
	Object unreadable(MultipartException parts, HttpServletRequest request) {
		return answer(Refusal.of(HttpStatus.BAD_REQUEST), request);
	}

	/** An id that cannot be one is an unknown one; other values are unreadable. */
	@ExceptionHandler
	Object wrongType(MethodArgumentTypeMismatchException mismatch, HttpServletRequest request) {
		boolean inPath = mismatch.getParameter().hasParameterAnnotation(PathVariable.class);
		return answer(Refusal.of(inPath ? HttpStatus.NOT_FOUND : HttpStatus.BAD_REQUEST), request);
	}

	private Object answer(Refusal refusal, HttpServletRequest request) {
		return this.refusals.answer(refusal, request.getRequestURI());
	}

}
