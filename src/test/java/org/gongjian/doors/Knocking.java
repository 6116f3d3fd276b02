package org.gongjian.doors;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.gongjian.api.Trial;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.json.JsonMapper;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** Knocks at doors with everything in hand that they ask for. */
final class Knocking {

	private static final JsonMapper JSON = new JsonMapper();

	private final MockMvcTester mvc;

	Knocking(MockMvcTester mvc) {
		this.mvc = mvc;
	}

	/** What came back, without what differs each time. */
	record Heard(int status, String body, String location, String path) {

		boolean tellsTheSameAs(Heard other) {
			return this.status == other.status && plain(this.body, this.path).equals(plain(other.body, other.path));
		}

		private static String plain(String body, String path) {
			return body.replace(path, "PATH")
				.replace(path.substring(path.lastIndexOf('/') + 1), "NAME")
				.replaceAll("name=\"_csrf\"[^>]*>", "")
				.replaceAll("content=\"[^\"]*\" name=\"_csrf[^>]*>|<meta name=\"_csrf[^>]*>", "")
				.replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "UUID");
		}

	}

	/**
	 * Knocks.
	 * @param username who, or {@code null} for nobody
	 */
	Heard at(Door door, String username, UnaryOperator<String> names, Map<String, String> more) {
		String path = door.path(names);
		Map<String, String> asked = asked(door, false);
		asked.putAll(more);
		return heard(send(door, path, username, asked), path);
	}

	private static Heard heard(MvcTestResult result, String path) {
		if (result.getUnresolvedException() != null) {
			return new Heard(500, String.valueOf(result.getUnresolvedException()), null, path);
		}
		var response = result.getResponse();
		return new Heard(response.getStatus(), text(response.getContentAsByteArray()), response.getHeader("Location"),
				path);
	}

	private static String text(byte[] bytes) {
		return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
	}

	private MvcTestResult send(Door door, String path, String username, Map<String, String> asked) {
		MethodParameter body = body(door);
		if (files(door)) {
			var parts = this.mvc.post().uri(path).multipart();
			asked.forEach(parts::param);
			parts.file(new MockMultipartFile("file", "a.pdf", "application/pdf", "%PDF-1.4".getBytes()));
			return ((username == null) ? parts.with(csrf()) : door.isForPrograms()
					? parts.with(httpBasic(username, Trial.PASSWORD)) : parts.with(user(username)).with(csrf()))
				.exchange();
		}
		var request = this.mvc.method(HttpMethod.valueOf(door.method())).uri(path);
		if (username != null) {
			request.with(door.isForPrograms() ? httpBasic(username, Trial.PASSWORD) : user(username));
		}
		if (!door.isForPrograms()) {
			request.with(csrf());
		}
		if (body != null) {
			request.contentType(body.getParameterType() == byte[].class ? "application/xml" : "application/json");
			request.content(json(body.getParameterType()));
		}
		asked.forEach(request::param);
		return request.exchange();
	}

	static MethodParameter body(Door door) {
		return Arrays.stream(door.handler().getMethodParameters())
			.filter((parameter) -> parameter.hasParameterAnnotation(RequestBody.class))
			.findFirst()
			.orElse(null);
	}

	static boolean files(Door door) {
		return Arrays.stream(door.handler().getMethodParameters())
			.anyMatch((parameter) -> parameter.hasParameterAnnotation(RequestPart.class)
					|| parameter.getParameterType() == MultipartFile.class
					|| parameter.getParameterType().getSimpleName().startsWith("Multipart"));
	}

	/**
	 * The parameters a door insists on, each with something of its kind.
	 * @param all also those it does not insist on
	 */
	static Map<String, String> asked(Door door, boolean all) {
		var asked = new LinkedHashMap<String, String>();
		for (String condition : conditions(door)) {
			String[] pair = condition.split("=", 2);
			if (pair.length == 2) {
				asked.put(pair[0], pair[1]);
			}
		}
		for (MethodParameter parameter : door.handler().getMethodParameters()) {
			RequestParam declared = parameter.getParameterAnnotation(RequestParam.class);
			if (declared != null && (all || insists(declared)) && Map.class != parameter.getParameterType()
					&& !parameter.getParameterType().getSimpleName().startsWith("Multi")) {
				asked.put(name(declared, parameter), sample(parameter.getParameterType()));
			}
			else if (isForm(parameter)) {
				fields(parameter.getParameterType()).forEach(asked::put);
			}
		}
		return asked;
	}

	private static boolean insists(RequestParam declared) {
		return declared.required() && declared.defaultValue().equals(ValueConstants.DEFAULT_NONE);
	}

	private static List<String> conditions(Door door) {
		var mapping = org.springframework.core.annotation.AnnotatedElementUtils.findMergedAnnotation(
				door.handler().getMethod(), org.springframework.web.bind.annotation.RequestMapping.class);
		return (mapping == null) ? List.of() : List.of(mapping.params());
	}

	static String name(RequestParam declared, MethodParameter parameter) {
		parameter.initParameterNameDiscovery(new org.springframework.core.DefaultParameterNameDiscoverer());
		return declared.name().isEmpty() ? parameter.getParameterName() : declared.name();
	}

	static boolean isForm(MethodParameter parameter) {
		Class<?> type = parameter.getParameterType();
		return parameter.hasParameterAnnotation(ModelAttribute.class)
				|| parameter.getParameterAnnotations().length == 0 && type.isRecord()
						&& type.getPackageName().startsWith("org.gongjian") && !type.getSimpleName().equals("Actor")
						&& !type.getSimpleName().equals("Once") && !type.getSimpleName().equals("Window");
	}

	private static Map<String, String> fields(Class<?> form) {
		var fields = new LinkedHashMap<String, String>();
		if (form.isRecord()) {
			for (RecordComponent part : form.getRecordComponents()) {
				fields.put(part.getName(), part.getName().equals("version") ? "1" : sample(part.getType()));
			}
			return fields;
		}
		for (var property : org.springframework.beans.BeanUtils.getPropertyDescriptors(form)) {
			if (property.getWriteMethod() != null) {
				fields.put(property.getName(), sample(property.getPropertyType()));
			}
		}
		return fields;
	}

	private static String sample(Class<?> type) {
		if (type == int.class || type == Integer.class || type == long.class) {
			return "1";
		}
		if (type == boolean.class || type == Boolean.class) {
			return "true";
		}
		if (type.isEnum()) {
			return type.getEnumConstants()[0].toString();
		}
		return (type == UUID.class) ? UUID.randomUUID().toString() : "some words of somebody";
	}

	private static byte[] json(Class<?> type) {
		if (type == byte[].class) {
			return "<x/>".getBytes(java.nio.charset.StandardCharsets.UTF_8);
		}
		var body = new LinkedHashMap<String, Object>();
		for (RecordComponent part : type.getRecordComponents()) {
			body.put(part.getName(), part.getName().equals("at") ? null : of(part.getType()));
		}
		return JSON.writeValueAsBytes(body);
	}

	private static Object of(Class<?> type) {
		if (type == Integer.class) {
			return 1;
		}
		if (type == Boolean.class) {
			return false;
		}
		if (type == List.class) {
			return List.of("some.body");
		}
		return (type == Map.class) ? Map.of() : "some words of somebody";
	}

}
