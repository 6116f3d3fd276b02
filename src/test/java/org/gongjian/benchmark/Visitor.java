package org.gongjian.benchmark;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.gongjian.api.Trial;

/** Somebody with a browser without scripts: a session, its cookies, its CSRF token. */
final class Visitor {

	private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

	private final HttpClient http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

	private final String house;

	private String csrf;

	Visitor(int port, String username) {
		this.house = "http://localhost:" + port;
		token("/login");
		post("/login", Map.of("username", username, "password", Trial.PASSWORD));
		token("/inbox");
	}

	/** Reads the token that forms of this session carry. */
	private void token(String page) {
		Matcher found = CSRF.matcher(get(page).body());
		if (!found.find()) {
			throw new IllegalStateException("no token on " + page);
		}
		this.csrf = found.group(1);
	}

	HttpResponse<String> get(String path) {
		return exchange(HttpRequest.newBuilder(URI.create(this.house + path)).header("Accept", "text/html").build());
	}

	/** Sends a form as a browser does; the answer is not followed. */
	HttpResponse<String> post(String path, Map<String, String> fields) {
		return post(path,
				fields.entrySet()
					.stream()
					.map((field) -> field.getKey() + "=" + encoded(field.getValue()))
					.collect(Collectors.joining("&")));
	}

	/** The same, the fields encoded already. */
	HttpResponse<String> post(String path, String fields) {
		String body = "_csrf=" + encoded(this.csrf) + "&" + fields;
		return exchange(HttpRequest.newBuilder(URI.create(this.house + path))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.header("Accept", "text/html")
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build());
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private HttpResponse<String> exchange(HttpRequest request) {
		try {
			return this.http.send(request, HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException broken) {
			throw new java.io.UncheckedIOException(broken);
		}
		catch (InterruptedException stopped) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(stopped);
		}
	}

}
