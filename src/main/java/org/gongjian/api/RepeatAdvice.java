package org.gongjian.api;

import java.nio.charset.StandardCharsets;

import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Gives first answers again, and notes refusals so that they can be. */
@ControllerAdvice
class RepeatAdvice implements ResponseBodyAdvice<Object> {

	private final Repeats repeats;

	RepeatAdvice(Repeats repeats) {
		this.repeats = repeats;
	}

	@ExceptionHandler
	ResponseEntity<byte[]> replay(Replayed replayed) {
		Answered answered = replayed.answered();
		HttpHeaders headers = new HttpHeaders();
		headers.set(Replayed.HEADER, "true");
		if (answered.location() != null) {
			headers.set(HttpHeaders.LOCATION, answered.location());
		}
		if (answered.body() == null) {
			return ResponseEntity.status(answered.status()).headers(headers).build();
		}
		return ResponseEntity.status(answered.status())
			.headers(headers)
			.contentType(MediaType.parseMediaType(answered.mediaType()))
			.body(answered.body().getBytes(StandardCharsets.UTF_8));
	}

	@Override
	public boolean supports(MethodParameter method, Class<? extends HttpMessageConverter<?>> converter) {
		return true;
	}

	@Override
	public Object beforeBodyWrite(Object body, MethodParameter method, MediaType type,
			Class<? extends HttpMessageConverter<?>> converter, ServerHttpRequest request,
			ServerHttpResponse response) {
		if (body instanceof ProblemDetail problem && request instanceof ServletServerHttpRequest received
				&& received.getServletRequest().getAttribute(Repeats.REFUSED) instanceof Sending sending) {
			this.repeats.refused(sending, problem.getStatus(), problem);
		}
		return body;
	}

}
