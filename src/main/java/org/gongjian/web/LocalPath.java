package org.gongjian.web;

import java.net.URI;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriUtils;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Addresses inside this house; everything that could lead elsewhere is dropped. */
public final class LocalPath {

	private LocalPath() {
	}

	/**
	 * Whether programs come here: they send a password or token with each request.
	 * @param sent the path as it was sent, {@code /%61pi/v1} too
	 */
	public static boolean isProgram(String sent) {
		String path = plain(sent);
		return path.equals("/api") || path.startsWith("/api/") || isModeler(path);
	}

	/** Whether Camunda Modeler comes here. */
	public static boolean isModeler(String sent) {
		String path = plain(sent);
		return path.equals("/engine-rest/version") || path.equals("/engine-rest/deployment")
				|| path.equals("/engine-rest/deployment/create");
	}

	private static String plain(String sent) {
		return decoded(sent).replaceAll(";[^/]*", "").replaceAll("/{2,}", "/");
	}

	private static String decoded(String sent) {
		try {
			return UriUtils.decode(sent, UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return sent;
		}
	}

	/** The text as a path with query of this house, if it is one. */
	public static Optional<String> of(String text) {
		boolean plain = text != null && text.matches("/[\\p{Alnum}\\-._~!$'()*+,:@/%?&=]*") && !text.startsWith("//");
		boolean encoded = plain && text.matches("(?i)/(%2f|%5c|%09|%0[ad]).*");
		return (plain && !encoded) ? Optional.of(text) : Optional.empty();
	}

	/** The page of this house from which the request was sent. */
	public static Optional<String> ofReferrer(HttpServletRequest request) {
		try {
			URI from = URI.create(Optional.ofNullable(request.getHeader(HttpHeaders.REFERER)).orElse(""));
			if (!request.getServerName().equalsIgnoreCase(from.getHost()) || from.getRawPath() == null) {
				return Optional.empty();
			}
			return of((from.getRawQuery() == null) ? from.getRawPath() : from.getRawPath() + "?" + from.getRawQuery());
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	/**
	 * The address of a request with one parameter changed, or dropped for {@code null}.
	 */
	static String with(HttpServletRequest request, String parameter, String value) {
		Object[] values = (value == null) ? new Object[0] : new Object[] { UriUtils.encode(value, UTF_8) };
		String query = ServletUriComponentsBuilder.fromRequest(request)
			.replaceQueryParam(parameter, values)
			.build()
			.getQuery();
		return (query == null || query.isEmpty()) ? request.getRequestURI() : request.getRequestURI() + "?" + query;
	}

}
