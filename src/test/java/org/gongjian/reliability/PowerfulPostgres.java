package org.gongjian.reliability;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * A PostgreSQL that writes through to the disk, as one in production does, and can be
 * killed and started again on the same data.
 */
final class PowerfulPostgres {

	private final Path data;

	private final int port;

	private EmbeddedPostgres server;

	PowerfulPostgres(Path data) throws IOException {
		this.data = data;
		try (ServerSocket free = new ServerSocket(0)) {
			this.port = free.getLocalPort();
		}
	}

	void start() throws IOException {
		this.server = EmbeddedPostgres.builder()
			.setPort(this.port)
			.setDataDirectory(this.data)
			.setCleanDataDirectory(false)
			.setServerConfig("fsync", "on")
			.setServerConfig("synchronous_commit", "on")
			.setServerConfig("full_page_writes", "on")
			.setServerConfig("max_connections", "100")
			.setPGStartupWait(Duration.ofSeconds(60))
			.start();
	}

	/** Ends every process of the server at once. */
	void kill() throws IOException, InterruptedException {
		long pid = Long.parseLong(Files.readAllLines(this.data.resolve("postmaster.pid")).get(0).strip());
		ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
		postmaster.descendants().forEach(ProcessHandle::destroyForcibly);
		postmaster.destroyForcibly();
		while (postmaster.isAlive()) {
			TimeUnit.MILLISECONDS.sleep(20);
		}
		// gives back its lock on the folder; that nothing is left to stop is logged as an
		// error
		this.server.close();
	}

	void stop() throws IOException {
		if (this.server != null) {
			this.server.close();
		}
	}

	Map<String, String> settings() {
		return Map.of("SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:" + this.port + "/postgres",
				"SPRING_DATASOURCE_USERNAME", "postgres", "SPRING_DATASOURCE_PASSWORD", "postgres");
	}

}
