package org.gongjian.web;

import java.time.Instant;
import java.util.List;

import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotAllowed;
import org.gongjian.shared.Overtaken;
import org.gongjian.shared.Violation;
import org.springframework.http.HttpStatus;

/**
 * A request that is not carried out, in the words of the house.
 *
 * @param status the answer's status
 * @param code the message key of the reason, or {@code null} for the usual words of the
 * status
 * @param violations what is wrong with the input
 * @param decidedBy who was first
 * @param decidedAt when
 * @param decision what was decided
 * @param reference a number to quote, of faults only
 */
record Refusal(HttpStatus status, String code, List<Violation> violations, String decidedBy, Instant decidedAt,
		String decision, String reference) {

	static Refusal of(HttpStatus status) {
		return of(status, null);
	}

	static Refusal of(HttpStatus status, String code) {
		return new Refusal(status, code, List.of(), null, null, null, null);
	}

	static Refusal of(NotAllowed refused) {
		return of(HttpStatus.FORBIDDEN, refused.code());
	}

	static Refusal of(InvalidInput invalid) {
		return new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, null, invalid.violations(), null, null, null, null);
	}

	static Refusal of(Overtaken overtaken) {
		return new Refusal(HttpStatus.CONFLICT, overtaken.code(), List.of(), overtaken.decidedBy(),
				overtaken.decidedAt(), overtaken.decision(), null);
	}

	static Refusal fault(HttpStatus status, String reference) {
		return new Refusal(status, null, List.of(), null, null, null, reference);
	}

	/** The middle of the message keys for this status. */
	String kind() {
		return switch (this.status) {
			case BAD_REQUEST, UNAUTHORIZED, FORBIDDEN, NOT_FOUND, METHOD_NOT_ALLOWED, CONFLICT, CONTENT_TOO_LARGE,
					UNSUPPORTED_MEDIA_TYPE, UNPROCESSABLE_CONTENT, TOO_MANY_REQUESTS, SERVICE_UNAVAILABLE ->
				String.valueOf(this.status.value());
			default -> this.status.is5xxServerError() ? "500" : "400";
		};
	}

}
