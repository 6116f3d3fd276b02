package org.gongjian.reliability;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends requests and writes what came of each into a file of its own before the next one.
 */
final class Client {

	private static final String PDF = """
			%PDF-1.4
			1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
			2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj
			trailer<</Root 1 0 R>>
			%%EOF
			""";

	private static final JsonMapper JSON = new JsonMapper();

	private final Street street;

	private final Path record;

	private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

	private final List<Operation> acknowledged = Collections.synchronizedList(new ArrayList<>());

	private final List<Operation> unknown = Collections.synchronizedList(new ArrayList<>());

	private final List<String> refused = Collections.synchronizedList(new ArrayList<>());

	Client(Street street, Path record) {
		this.street = street;
		this.record = record;
	}

	/** An answer. */
	record Answer(int status, boolean replayed, JsonNode body) {
	}

	/** The house did not answer; whether it did the work is not known. */
	static final class NoAnswer extends Exception {

	}

	static String basic(String username) {
		return "Basic " + Base64.getEncoder()
			.encodeToString((username + ":" + RunningHouse.PASSWORD).getBytes(StandardCharsets.UTF_8));
	}

	List<Operation> acknowledged() {
		return List.copyOf(this.acknowledged);
	}

	List<Operation> unknown() {
		return List.copyOf(this.unknown);
	}

	List<String> refused() {
		return List.copyOf(this.refused);
	}

	JsonNode get(String username, String path) throws NoAnswer {
		Answer answer = exchange(request(username, path).GET().build());
		if (answer.status() >= 500) {
			throw new NoAnswer();
		}
		return answer.body();
	}

	/** Sends an operation and notes what is known of it afterwards. */
	Answer send(Operation operation) throws NoAnswer {
		Answer answer;
		try {
			answer = exchange(post(operation));
		}
		catch (NoAnswer broken) {
			this.unknown.add(operation);
			note("unknown", operation);
			throw broken;
		}
		if (answer.status() >= 500) {
			this.unknown.add(operation);
			note("unknown", operation);
			throw new NoAnswer();
		}
		else if (answer.status() < 300) {
			this.acknowledged.add(operation);
			note("ok", operation);
		}
		else {
			this.refused.add(operation + " " + answer);
			note("fail", operation);
		}
		return answer;
	}

	/** Sends it again, with the same key, without noting anything. */
	Answer again(Operation operation) throws NoAnswer {
		return exchange(post(operation));
	}

	private HttpRequest post(Operation operation) {
		HttpRequest.Builder request = request(operation.username(), operation.path()).header("Idempotency-Key",
				operation.key());
		if (operation.body() != null) {
			return request.header("Content-Type", "application/json")
				.POST(HttpRequest.BodyPublishers.ofString(operation.body()))
				.build();
		}
		String file = "--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + operation.mark()
				+ ".pdf\"\r\nContent-Type: application/pdf\r\n\r\n" + PDF + "\r\n--part--\r\n";
		return request.header("Content-Type", "multipart/form-data; boundary=part")
			.POST(HttpRequest.BodyPublishers.ofString(file))
			.build();
	}

	private HttpRequest.Builder request(String username, String path) {
		return HttpRequest.newBuilder(this.street.at("/api/v1" + path))
			.header("Authorization", basic(username))
			.timeout(Duration.ofSeconds(60));
	}

	private Answer exchange(HttpRequest request) throws NoAnswer {
		try {
			HttpResponse<String> response = this.http.send(request, HttpResponse.BodyHandlers.ofString());
			boolean replayed = response.headers().firstValue("Idempotency-Replayed").isPresent();
			return new Answer(response.statusCode(), replayed,
					response.body().isEmpty() ? JSON.nullNode() : JSON.readTree(response.body()));
		}
		catch (IOException broken) {
			throw new NoAnswer();
		}
		catch (InterruptedException ended) {
			Thread.currentThread().interrupt();
			throw new NoAnswer();
		}
	}

	private synchronized void note(String what, Operation operation) {
		try {
			Files.writeString(this.record,
					what + " " + operation.key() + " " + operation.kind() + " " + operation.subject() + "\n",
					StandardOpenOption.CREATE, StandardOpenOption.APPEND);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
