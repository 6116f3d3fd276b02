package org.gongjian.identity;

import org.gongjian.shared.Actor;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives controllers the person signed in as a plain parameter. */
class ActorArgument implements HandlerMethodArgumentResolver {

	private final CurrentVisitor visitor;

	ActorArgument(CurrentVisitor visitor) {
		this.visitor = visitor;
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == Actor.class;
	}

	@Override
	public Object resolveArgument(MethodParameter parameter, ModelAndViewContainer container, NativeWebRequest request,
			WebDataBinderFactory binders) {
		return this.visitor.actor()
			.orElseThrow(() -> new AuthenticationCredentialsNotFoundException("nobody is signed in"));
	}

}
