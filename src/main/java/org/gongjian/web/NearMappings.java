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

	private final Map<RequestMappingInfo, List<Shape>> shapes = new ConcurrentHashMap<>();

	private final ThreadLocal<Asked> asked = new ThreadLocal<>();

	@Override
	protected HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request) throws Exception {
		String whole = ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication().value();
		boolean plain = whole.indexOf('%') < 0 && whole.indexOf(';') < 0;
		this.asked.set(plain ? new Asked(whole, slashes(whole)) : null);
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
	private boolean near(RequestMappingInfo info, Asked path) {
		if (path == null) {
			return true;
		}
		for (Shape shape : this.shapes.computeIfAbsent(info, NearMappings::shapes)) {
			if (shape.fits(path)) {
				return true;
			}
		}
		return false;
	}

	private static List<Shape> shapes(RequestMappingInfo info) {
		var patterns = info.getPathPatternsCondition().getPatterns();
		return patterns.stream().map(PathPattern::getPatternString).map(Shape::of).toList();
	}

	private static int slashes(String path) {
		int slashes = 0;
		for (int i = 0; i < path.length(); i++) {
			slashes += (path.charAt(i) == '/') ? 1 : 0;
		}
		return slashes;
	}

	private record Asked(String path, int slashes) {
	}

	/**
	 * What can be told of a pattern at once.
	 *
	 * @param beginning what paths begin with that match
	 * @param slashes how many there are in paths that match, -1 if that is open
	 */
	private record Shape(String beginning, int slashes) {

		static Shape of(String pattern) {
			String fixed = pattern.split("[{*?]", 2)[0];
			boolean open = pattern.contains("**") || pattern.contains("{*") || pattern.contains(":");
			return new Shape(fixed.equals(pattern) ? pattern : fixed.substring(0, fixed.lastIndexOf('/')),
					open ? -1 : NearMappings.slashes(pattern));
		}

		boolean fits(Asked asked) {
			return (this.slashes < 0 || this.slashes == asked.slashes()) && asked.path().startsWith(this.beginning);
		}

	}

}
