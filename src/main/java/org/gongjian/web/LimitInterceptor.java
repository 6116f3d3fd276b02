package org.gongjian.web;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.gongjian.shared.Actor;
import org.gongjian.shared.GongjianProperties;
import org.gongjian.shared.InvalidInput;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Keeps one person from taking the house away from the others, and characters out that no
 * database stores.
 */
class LimitInterceptor implements HandlerInterceptor {

	/** What people type into to search. */
	private static final List<String> SEARCHED = List.of("q", "text");

	/** What is made anew for each request, whichever way it is asked for. */
	private static final Pattern GENERATED = Pattern.compile(".*(/export.*|\\.(csv|xlsx|pdf|zip))");

	private final Limits limits;

	private final GongjianProperties.Limits numbers;

	private final ObjectProvider<Visitor> visitor;

	LimitInterceptor(Limits limits, GongjianProperties.Limits numbers, ObjectProvider<Visitor> visitor) {
		this.limits = limits;
		this.numbers = numbers;
		this.visitor = visitor;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		refuseUnstorable(request);
		String who = who(request);
		String path = path(request);
		boolean reading = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
		if (path.startsWith("/verify")) {
			this.limits.take("verify", request.getRemoteAddr(), this.numbers.verifications());
		}
		if (path.startsWith("/news") || path.startsWith("/feeds")) {
			this.limits.take("public", request.getRemoteAddr(), this.numbers.verifications());
		}
		if (reading && SEARCHED.stream().anyMatch((name) -> isFilled(request.getParameter(name)))) {
			this.limits.take("search", who, this.numbers.searches());
		}
		if (GENERATED.matcher(path).matches()) {
			this.limits.take("export", who, this.numbers.exports());
		}
		if (!reading && hasFiles(request) && !LocalPath.isModeler(path)) {
			this.limits.take("upload", who, this.numbers.uploads());
		}
		if (!reading && LocalPath.isProgram(path)) {
			this.limits.take("api", who, this.numbers.apiWrites());
		}
		return true;
	}

	/**
	 * The address as it is drawn at the handler: one that is written in another way, such
	 * as {@code /%76erify}, counts the same.
	 */
	private static String path(HttpServletRequest request) {
		Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
		return (pattern == null) ? request.getRequestURI() : pattern.toString();
	}

	private String who(HttpServletRequest request) {
		Optional<Actor> actor = Optional.ofNullable(this.visitor.getIfAvailable()).flatMap(Visitor::actor);
		return actor.map(Actor::username).orElse(request.getRemoteAddr());
	}

	private static boolean hasFiles(HttpServletRequest request) {
		return request instanceof MultipartHttpServletRequest parts && parts.getMultiFileMap()
			.values()
			.stream()
			.anyMatch((files) -> files.stream().anyMatch((MultipartFile file) -> !file.isEmpty()));
	}

	private static boolean isFilled(String text) {
		return text != null && !text.isBlank();
	}

	private static void refuseUnstorable(HttpServletRequest request) {
		request.getParameterMap().forEach((name, values) -> {
			for (String value : values) {
				if (isUnstorable(name) || isUnstorable(value)) {
					throw new InvalidInput(name.replace("\0", ""), "web.violation.characters");
				}
			}
		});
	}

	private static boolean isUnstorable(String text) {
		return text != null
				&& text.codePoints().anyMatch((point) -> point == 0 || (point >= 0xD800 && point <= 0xDFFF));
	}

}
