package org.gongjian.organisation;

import java.util.UUID;

import org.gongjian.shared.Ids;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Reads what a list is filtered by; what no list offers is answered with 400. */
final class Filters {

	private Filters() {
	}

	static boolean chosen(String value) {
		return value != null && !value.isEmpty();
	}

	/** The constant, or {@code null} for all. */
	static <E extends Enum<E>> E choice(Class<E> type, String value) {
		if (!chosen(value)) {
			return null;
		}
		try {
			return Enum.valueOf(type, value);
		}
		catch (IllegalArgumentException ex) {
			throw unknown(ex);
		}
	}

	/** {@code active}, {@code ended}, or {@code null} for {@code all}. */
	static Boolean active(String state) {
		return switch (state) {
			case "active" -> true;
			case "ended" -> false;
			case "all", "" -> null;
			default -> throw unknown(null);
		};
	}

	/** A code or an id as part of an address, or {@code null} for none. */
	static String code(String value) {
		if (!chosen(value)) {
			return null;
		}
		if (!value.matches("[A-Za-z0-9-]{1,40}")) {
			throw unknown(null);
		}
		return value;
	}

	/** An id, or {@code null} for none. */
	static UUID id(String value) {
		return chosen(value) ? Ids.parse(value).orElseThrow(() -> unknown(null)) : null;
	}

	static ResponseStatusException unknown(Exception cause) {
		return new ResponseStatusException(HttpStatus.BAD_REQUEST, null, cause);
	}

}
