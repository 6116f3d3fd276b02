package org.gongjian.engine.guard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;

/** The collection of diagrams to try the guard with, and engines to try them on. */
final class Corpus {

	static final Set<String> STEPS = Set.of("issueNumber", "voidNumber", "remind");

	static final DiagramCheck CHECK = new DiagramCheck(() -> STEPS);

	private static final Path HOME = Path.of("src/test/resources/guard");

	private Corpus() {
	}

	static Stream<Path> files(String folder) {
		try (Stream<Path> files = Files.list(HOME.resolve(folder))) {
			return files.sorted().toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static byte[] bytes(Path file) {
		try {
			return Files.readAllBytes(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static List<Finding> errors(byte[] xml, String name) {
		return CHECK.check(xml, name).stream().filter(Finding::error).toList();
	}

	static ProcessEngine engine(String name, Wiring wiring) {
		var configuration = new StandaloneInMemProcessEngineConfiguration();
		configuration.setProcessEngineName(name);
		configuration.setJdbcUrl("jdbc:h2:mem:guard-" + name);
		configuration.setJobExecutorActivate(false);
		configuration.setMetricsEnabled(false);
		wiring.apply(configuration);
		return configuration.buildProcessEngine();
	}

	interface Wiring {

		void apply(ProcessEngineConfigurationImpl configuration);

	}

}
