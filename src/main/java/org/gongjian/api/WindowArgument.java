package org.gongjian.api;

import org.gongjian.shared.InvalidInput;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads {@code limit} and {@code cursor}. */
class WindowArgument implements HandlerMethodArgumentResolver {

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == Window.class;
	}

	@Override
	public Object resolveArgument(MethodParameter parameter, ModelAndViewContainer container, NativeWebRequest request,
			WebDataBinderFactory binders) {
		return new Window(request.getParameter("cursor"), limit(request.getParameter("limit")));
	}

	private static int limit(String text) {
		if (text == null) {
			return Window.USUAL;
		}
		int limit = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
		if (limit < 1 || limit > Window.MOST) {
			throw new InvalidInput("limit", "api.violation.limit", Window.MOST);
		}
		return limit;
	}

}
