package org.gongjian.doors;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.gongjian.web.Language;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * One way into the house: a method, a path, and who answers.
 *
 * @param method such as {@code POST}
 * @param pattern such as <code>/tasks/{id}</code>
 */
record Door(String method, String pattern, HandlerMethod handler) {

	private static final Pattern VARIABLE = Pattern.compile("\\{([^}:]+)[^}]*}");

	/** All doors of the house, without those only tests have and the language buttons. */
	static List<Door> all(ApplicationContext house) {
		return house.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
			.getHandlerMethods()
			.entrySet()
			.stream()
			.filter((entry) -> isOurs(entry.getValue()) && !isLanguage(entry.getKey()))
			.flatMap((entry) -> entry.getKey()
				.getPatternValues()
				.stream()
				.map((path) -> new Door(method(entry.getKey()), path, entry.getValue())))
			.filter((door) -> !door.pattern.equals("/error"))
			.sorted((one, other) -> one.toString().compareTo(other.toString()))
			.toList();
	}

	private static boolean isOurs(HandlerMethod handler) {
		String name = handler.getBeanType().getName();
		return name.startsWith("org.gongjian.") && handler.getBeanType()
			.getProtectionDomain()
			.getCodeSource()
			.getLocation()
			.getPath()
			.contains("/classes");
	}

	private static boolean isLanguage(RequestMappingInfo mapping) {
		return mapping.getParamsCondition()
			.getExpressions()
			.stream()
			.anyMatch((expression) -> expression.getName().equals(Language.PARAMETER));
	}

	private static String method(RequestMappingInfo mapping) {
		return mapping.getMethodsCondition().getMethods().stream().findFirst().map(RequestMethod::name).orElse("GET");
	}

	boolean reads() {
		return this.method.equals("GET");
	}

	boolean isForPrograms() {
		return this.pattern.startsWith("/api/") || this.pattern.startsWith("/engine-rest/");
	}

	boolean named() {
		return this.pattern.contains("{");
	}

	/**
	 * The path with its variables filled in.
	 * @param value what stands for the part up to a variable, such as {@code /tasks/}
	 */
	String path(java.util.function.UnaryOperator<String> value) {
		Matcher variable = VARIABLE.matcher(this.pattern);
		var path = new StringBuilder();
		while (variable.find()) {
			variable.appendReplacement(path,
					Matcher.quoteReplacement(value.apply(this.pattern.substring(0, variable.start()))));
		}
		return variable.appendTail(path).toString();
	}

	@Override
	public String toString() {
		return this.pattern + " " + this.method;
	}

}
