package org.gongjian.api;

import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import org.gongjian.shared.InvalidInput;
import org.springframework.core.MethodParameter;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives handlers of a POST what carries it out once. */
class OnceArgument implements HandlerMethodArgumentResolver {

	static final String KEY = "Idempotency-Key";

	private static final String KEY_FORM = "[\\x21-\\x7E]{1,200}";

	private final Repeats repeats;

	OnceArgument(Repeats repeats) {
		this.repeats = repeats;
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == Once.class;
	}

	@Override
	public Object resolveArgument(MethodParameter parameter, ModelAndViewContainer container, NativeWebRequest request,
			WebDataBinderFactory binders) {
		String key = request.getHeader(KEY);
		if (key == null) {
			return new Plain(this.repeats);
		}
		if (!key.matches(KEY_FORM)) {
			throw new InvalidInput(KEY, "api.violation.key");
		}
		return new Keyed(this.repeats, request.getNativeRequest(HttpServletRequest.class), key);
	}

	/** Without a key every sending is a request of its own. */
	private record Plain(Repeats repeats) implements Once {

		@Override
		public <T> ResponseEntity<T> answer(Object body, Supplier<ResponseEntity<T>> work) {
			return this.repeats.eachTime(work);
		}

	}

	private record Keyed(Repeats repeats, HttpServletRequest request, String key) implements Once {

		@Override
		public <T> ResponseEntity<T> answer(Object body, Supplier<ResponseEntity<T>> work) {
			String hash = this.repeats.hash(this.request.getMethod() + " " + this.request.getRequestURI(), body);
			Sending sending = new Sending(this.request.getUserPrincipal().getName(), this.key, hash);
			return this.repeats.once(sending, this.request, work);
		}

	}

}
