package org.gongjian.reliability;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged house in a process of its own, with demo data. */
final class RunningHouse {

	static final String PASSWORD = "nine lives 9 lanterns";

	private static final Duration LONGEST_START = Duration.ofMinutes(6);

	private final Path jar;

	private final Path home;

	private final Map<String, String> database;

	private final int port;

	private Process process;

	/**
	 * @param home where the files lie, shared by the nodes of one house
	 * @param database settings of the database; empty for H2 in the home
	 */
	RunningHouse(Path jar, Path home, Map<String, String> database) throws IOException {
		this.jar = jar;
		this.home = home;
		this.database = database;
		try (ServerSocket free = new ServerSocket(0)) {
			this.port = free.getLocalPort();
		}
	}

	URI at(String path) {
		return URI.create("http://127.0.0.1:" + this.port + path);
	}

	/** Starts it and waits until people can sign in. */
	Duration start() throws IOException, InterruptedException {
		Instant began = Instant.now();
		Path log = this.home.resolveSibling(this.home.getFileName() + "-" + this.port + ".log");
		ProcessBuilder house = new ProcessBuilder(java(), "-Xmx800m", "-jar", this.jar.toString());
		house.environment().putAll(settings());
		house.environment().putAll(this.database);
		this.process = house.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
			.start();
		HttpClient client = HttpClient.newHttpClient();
		HttpRequest me = HttpRequest.newBuilder(at("/api/v1/me"))
			.header("Authorization", Client.basic("process.admin"))
			.timeout(Duration.ofSeconds(20))
			.build();
		while (true) {
			if (!this.process.isAlive()) {
				throw new IllegalStateException("The house did not start, see " + log);
			}
			if (Duration.between(began, Instant.now()).compareTo(LONGEST_START) > 0) {
				kill();
				throw new IllegalStateException("The house took too long to start, see " + log);
			}
			try {
				if (client.send(me, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
					return Duration.between(began, Instant.now());
				}
			}
			catch (IOException notYet) {
				// it is still opening its doors
			}
			TimeUnit.MILLISECONDS.sleep(500);
		}
	}

	private Map<String, String> settings() {
		return Map.of("SPRING_PROFILES_ACTIVE", "demo", "SERVER_PORT", String.valueOf(this.port), "GONGJIAN_HOME",
				this.home.toString(), "GONGJIAN_DEMO_PASSWORD", PASSWORD, "GONGJIAN_LIMITS_UPLOADS", "100000",
				"GONGJIAN_LIMITS_APIWRITES", "1000000");
	}

	boolean alive() {
		return this.process != null && this.process.isAlive();
	}

	/** Ends it as {@code kill -9} does. */
	void kill() throws InterruptedException {
		if (this.process == null) {
			return;
		}
		this.process.destroyForcibly();
		this.process.waitFor();
	}

	private static String java() {
		return Path.of(System.getProperty("java.home"), "bin", "java").toString();
	}

}
