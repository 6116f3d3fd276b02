package org.gongjian.web;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Finds the method for a path with a variable in it without asking hundreds of others
 * first: those whose path begins otherwise are passed over before their headers, types
 * and patterns are looked at.
 */
final class NearMappings extends RequestMappingHandlerMapping {

	private final Map<RequestMappingInfo, List<String>> beginnings = new ConcurrentHashMap<>();

	private final ThreadLocal<String> asked = new ThreadLocal<>();

	@Override
	protected HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request) throws Exception {
		String whole = ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication().value();
		boolean plain = whole.indexOf('%') < 0 && whole.indexOf(';') < 0;
		this.asked.set(plain ? whole + "/" : null);
		try {
			return super.lookupHandlerMethod(path, request);
		}
		finally {
			this.asked.remove();
		}
	}

	@Override
	protected RequestMappingInfo getMatchingMapping(RequestMappingInfo info, HttpServletRequest request) {
		return near(info, this.asked.get()) ? super.getMatchingMapping(info, request) : null;
	}

	/** Whether a path may match; one with escaped letters always may. */
	private boolean near(RequestMappingInfo info, String path) {
		if (path == null) {
			return true;
		}
		for (String beginning : this.beginnings.computeIfAbsent(info, NearMappings::beginnings)) {
			if (path.startsWith(beginning)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * What paths begin with that match, up to the last slash before a variable part.
	 */
	private static List<String> beginnings(RequestMappingInfo info) {
		var patterns = info.getPathPatternsCondition().getPatterns();
		return patterns.isEmpty() ? List.of("")
				: patterns.stream().map(PathPattern::getPatternString).map(NearMappings::beginning).toList();
	}

	private static String beginning(String pattern) {
		String fixed = pattern.split("[{*?]", 2)[0];
		return fixed.equals(pattern) ? pattern : fixed.substring(0, fixed.lastIndexOf('/') + 1);
	}

}
