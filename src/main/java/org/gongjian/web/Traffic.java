package org.gongjian.web;

import java.util.concurrent.atomic.AtomicLong;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/** Knows whether people are asking this node for pages: long work makes room for them. */
@Component
public class Traffic implements HandlerInterceptor {

	private final AtomicLong begun = new AtomicLong();

	/** How many requests were taken since the start. */
	public long begun() {
		return this.begun.get();
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		this.begun.incrementAndGet();
		return true;
	}

}
