package org.gongjian.web;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import org.gongjian.support.BrowserTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** What really leaves the server, also where no filter of ours is asked. */
@BrowserTest
class AnswerTests {

	@LocalServerPort
	private int port;

	@ParameterizedTest
	@CsvSource({ "GET /login,200", "GET /profile,302", "GET /.git/HEAD,404", "GET /assets/none.js,404",
			"GET /assets/..%2f,400", "GET /assets/%00,400", "TRACE /login,405", "FOO /login,405", "OPTIONS /login,405",
			"PUT /login,403", "POST /login,403", "GET /api/v1/me,401", "GET /actuator/health,200",
			"GET /verify/none,404", "GET //admin,400" })
	void everyAnswerIsGuarded(String line, int status) throws IOException {
		String answer = ask(line);
		String head = answer.split("\r\n\r\n")[0];
		assertThat(head).startsWith("HTTP/1.1 " + status)
			.containsIgnoringCase("X-Content-Type-Options: nosniff")
			.containsIgnoringCase("Content-Security-Policy: default-src 'self'; object-src 'none'")
			.containsIgnoringCase("Referrer-Policy: same-origin")
			.doesNotContain("Server:")
			.doesNotContain("X-Powered-By");
		assertThat(answer).doesNotContain("Exception", "at org.", "Apache", "Tomcat/");
	}

	@Test
	void healthSaysNothingMore() throws IOException {
		assertThat(ask("GET /actuator/health")).contains("\r\n{\"status\":\"UP\"}\r\n");
	}

	@Test
	void aForgedAddressIsIgnored() throws IOException {
		assertThat(ask("GET /profile", "X-Forwarded-Host: evil.example", "X-Forwarded-Proto: https",
				"X-Forwarded-For: 9.9.9.9"))
			.contains("Location: /login")
			.doesNotContain("evil")
			.doesNotContain("__Host-");
	}

	@Test
	void whatIsTooLargeIsAnsweredByAPageThatSaysSo() throws IOException {
		String file = "--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n"
				+ "x".repeat(20 * 1024 * 1024 + 1) + "\r\n--part--\r\n";
		String answer = send("POST /login", file, "Content-Type: multipart/form-data; boundary=part",
				"Accept-Language: en", "Content-Length: " + file.length());
		assertThat(answer).startsWith("HTTP/1.1 413").contains("What was sent is larger than this place accepts");
	}

	private String ask(String line, String... headers) throws IOException {
		return send(line, "", headers);
	}

	private String send(String line, String body, String... headers) throws IOException {
		try (Socket socket = new Socket("localhost", this.port)) {
			StringBuilder request = new StringBuilder(line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
			for (String header : headers) {
				request.append(header).append("\r\n");
			}
			socket.getOutputStream()
				.write(request.append("\r\n").append(body).toString().getBytes(StandardCharsets.ISO_8859_1));
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
