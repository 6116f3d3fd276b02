package org.gongjian.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The shipped decision tables of a test class. When all its tests have asked, every rule
 * of every one of them must have fitted once, which {@code target/coverage} shows.
 */
public final class ShippedTables implements AfterAllCallback {

	private static final Path FOLDER = Path.of("processes");

	private final Map<String, DmnDecision> tables = new HashMap<>();

	private final Set<String> fitted = new TreeSet<>();

	private final DmnEngine engine;

	private final String prefix;

	/**
	 * Of all tables whose file begins so.
	 * @param prefix the beginning of the names of the files
	 */
	public ShippedTables(String prefix) {
		this.prefix = prefix;
		var configuration = new DefaultDmnEngineConfiguration();
		configuration.getCustomPostDecisionTableEvaluationListeners().add(this::note);
		this.engine = configuration.buildEngine();
		files().forEach((file) -> this.tables.put(name(file), read(file)));
	}

	/**
	 * Asks a table.
	 * @param table its file, without the ending
	 * @return what every rule that fits answers, in the table's order
	 */
	public List<Map<String, Object>> ask(String table, Map<String, ?> facts) {
		return this.engine.evaluateDecisionTable(this.tables.get(table), new HashMap<>(facts)).getResultList();
	}

	/** Asks a table of which one rule decides. */
	public Map<String, Object> one(String table, Map<String, ?> facts) {
		List<Map<String, Object>> answers = ask(table, facts);
		assertThat(answers).hasSize(1);
		return answers.get(0);
	}

	@Override
	public void afterAll(ExtensionContext context) {
		assertThat(files()).isNotEmpty()
			.allSatisfy((file) -> assertThat(missed(file)).as("rules of " + file).isEmpty());
	}

	private Set<String> missed(Path file) {
		var coverage = new Coverage();
		DmnModelInstance model = Dmn.readModelFromFile(file.toFile());
		for (Rule rule : model.getModelElementsByType(Rule.class)) {
			coverage.part(rule.getId(), "rule",
					(rule.getDescription() == null) ? null : rule.getDescription().getTextContent());
		}
		return coverage.report(name(file), this.fitted);
	}

	private void note(DmnDecisionTableEvaluationEvent event) {
		event.getMatchingRules().stream().map(DmnEvaluatedDecisionRule::getId).forEach(this.fitted::add);
	}

	private DmnDecision read(Path file) {
		DmnModelInstance model = Dmn.readModelFromFile(file.toFile());
		return this.engine.parseDecision(model.getModelElementsByType(Decision.class).iterator().next().getId(), model);
	}

	private List<Path> files() {
		try (Stream<Path> files = Files.list(FOLDER)) {
			return files.filter((file) -> name(file).startsWith(this.prefix) && file.toString().endsWith(".dmn"))
				.sorted()
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String name(Path file) {
		return file.getFileName().toString().replaceFirst("\\.\\w+$", "");
	}

}
