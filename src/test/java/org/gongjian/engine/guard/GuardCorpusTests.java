package org.gongjian.engine.guard;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpServer;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Every file of the collection, at both doors. */
class GuardCorpusTests {

	private static final Map<String, String> ELEMENTS = Map.of("B24", "start", "B29", "G1", "E01", "", "E05", "p_E05",
			"E07", "d", "E19", "p_E19", "M01", "iex", "M06", "le", "Z03", "");

	private static final AtomicInteger HITS = new AtomicInteger();

	private static ProcessEngine engine;

	private static ProcessEngine restricted;

	private static HttpServer listener;

	@BeforeAll
	static void start() throws IOException {
		listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 18_099), 0);
		listener.createContext("/", (exchange) -> {
			HITS.incrementAndGet();
			exchange.sendResponseHeaders(404, -1);
		});
		listener.start();
		engine = Corpus.engine("guarded",
				(configuration) -> Guard.install(configuration, House.FUNCTIONS, () -> Corpus.STEPS, House.STEPS::get));
		restricted = Corpus.engine("restricted", (configuration) -> Guard.restrict(configuration, House.FUNCTIONS,
				() -> Corpus.STEPS, House.STEPS::get));
	}

	@AfterAll
	static void stop() {
		engine.close();
		restricted.close();
		listener.stop(0);
	}

	@AfterEach
	void nothingHappened() {
		assertThat(System.getProperty("pwned")).isNull();
		assertThat(HITS).hasValue(0);
		try (Stream<Path> files = Files.list(Path.of("/tmp"))) {
			assertThat(files.map((file) -> file.getFileName().toString()))
				.noneMatch((name) -> name.startsWith("pwned-"));
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	static Stream<Path> refuse() {
		return Corpus.files("refuse");
	}

	static Stream<Path> policy() {
		return Corpus.files("policy");
	}

	static Stream<Path> render() {
		return Corpus.files("render");
	}

	static Stream<Path> accept() {
		return Corpus.files("accept");
	}

	@ParameterizedTest
	@MethodSource("refuse")
	void attacksAreRefusedByNameOfTheElement(Path file) {
		List<Finding> errors = Corpus.errors(Corpus.bytes(file), file.getFileName().toString());
		String code = file.getFileName().toString().substring(0, 3);
		boolean vector = new String(Corpus.bytes(file)).contains("id=\"vec\"");
		String element = ELEMENTS.getOrDefault(code, vector ? "vec" : "review");
		assertThat(errors).isNotEmpty();
		assertThat(errors).extracting(Finding::element).anyMatch((found) -> found.startsWith(element));
		assertThat(errors).allSatisfy((finding) -> {
			assertThat(finding.message()).doesNotContain("org.camunda", "Exception", "ENGINE-", "getClass");
			assertThat(finding.message(Locale.SIMPLIFIED_CHINESE)).isNotBlank().isNotEqualTo(finding.message());
		});
	}

	@ParameterizedTest
	@MethodSource("refuse")
	void attacksAreNotEvenKept(Path file) {
		assertThat(Corpus.errors(Corpus.bytes(file), file.getFileName().toString()))
			.anyMatch(DiagramCheck::isDangerous);
	}

	/** The one left out calls beans and connectors. */
	static Stream<Path> drawings() throws IOException {
		try (Stream<Path> files = Files.list(Path.of("src/test/resources/miwg"))) {
			return files.filter((file) -> !file.endsWith("C.1.0.bpmn")).toList().stream();
		}
	}

	@ParameterizedTest
	@MethodSource("drawings")
	void drawingsOfOtherProductsAreKeptAndNotReleased(Path file) {
		String text = new String(Corpus.bytes(file), StandardCharsets.ISO_8859_1).replace("ISO-8859-1", "UTF-8");
		List<Finding> errors = Corpus.errors(text.getBytes(StandardCharsets.UTF_8), "x.bpmn");
		assertThat(errors).isNotEmpty().noneMatch(DiagramCheck::isDangerous);
		String attacked = text.replaceFirst("(?=</[a-z0-9:]*definitions>)",
				"<s:x xmlns:s='urn:x' xmlns:c='http://camunda.org/schema/1.0/bpmn' c:class='a.B'/>");
		assertThat(Corpus.errors(attacked.getBytes(StandardCharsets.UTF_8), "x.bpmn"))
			.anyMatch(DiagramCheck::isDangerous);
	}

	@Test
	void noNumberOfSmallMistakesHidesADanger() {
		Path file = refuse().filter((one) -> one.toString().contains("D01")).findFirst().orElseThrow();
		String mistakes = IntStream.range(0, 500)
			.mapToObj((at) -> "<s:x" + at + " xmlns:s='urn:x'/>")
			.collect(Collectors.joining());
		String text = new String(Corpus.bytes(file), StandardCharsets.UTF_8).replaceFirst("(?=<bpmn:process )",
				mistakes);
		assertThat(Corpus.errors(text.getBytes(StandardCharsets.UTF_8), "x.bpmn")).anyMatch(DiagramCheck::isDangerous);
	}

	@ParameterizedTest
	@MethodSource("refuse")
	void attacksAreRefusedByTheEngineItself(Path file) {
		long before = engine.getRepositoryService().createDeploymentQuery().count();
		assertThatExceptionOfType(ProcessEngineException.class).isThrownBy(() -> deploy(engine, file));
		assertThat(engine.getRepositoryService().createDeploymentQuery().count()).isEqualTo(before);
	}

	@ParameterizedTest
	@MethodSource("refuse")
	void attackingTablesDoNothingEvenWhenTheyGetIn(Path file) {
		if (file.toString().endsWith(".dmn")) {
			try {
				deploy(restricted, file);
				String key = file.getFileName().toString().substring(0, 3);
				restricted.getDecisionService().evaluateDecisionByKey(key).variables(Map.of("x", "y")).evaluate();
			}
			catch (ProcessEngineException | org.camunda.bpm.dmn.engine.DmnEngineException ex) {
				assertThat(ex).isNotNull();
			}
		}
	}

	@ParameterizedTest
	@MethodSource("policy")
	void badPracticeIsRefusedOrWarnedOf(Path file) {
		List<Finding> findings = Corpus.CHECK.check(Corpus.bytes(file), file.getFileName().toString());
		boolean warned = file.toString().contains("F23");
		assertThat(findings).anyMatch((finding) -> finding.error() || warned && finding.rule().equals("no-default"));
		assertThat(findings.stream().anyMatch(Finding::error)).isEqualTo(!warned);
	}

	@ParameterizedTest
	@MethodSource("render")
	void strangeNamesAreData(Path file) {
		assertThat(Corpus.errors(Corpus.bytes(file), file.getFileName().toString())).isEmpty();
		deploy(engine, file);
	}

	@ParameterizedTest
	@MethodSource("accept")
	void harmlessFilesAreAcceptedAndRunThrough(Path file) {
		assertThat(Corpus.errors(Corpus.bytes(file), file.getFileName().toString())).isEmpty();
		var deployment = deploy(engine, file);
		ProcessDefinition process = engine.getRepositoryService()
			.createProcessDefinitionQuery()
			.deploymentId(deployment)
			.singleResult();
		if (process == null) {
			assertThat(engine.getDecisionService()
				.evaluateDecisionTableByKey("approval_level", Map.of("amount", 2_000))
				.getSingleEntry()
				.toString()).isEqualTo("head");
			return;
		}
		var instance = engine.getRuntimeService()
			.startProcessInstanceById(process.getId(), "PA-1",
					Variables.createVariables()
						.putValue("approved", true)
						.putValue("amount", 500)
						.putValue("urgent", false)
						.putValue("status", "new")
						.putValue("dueDate", new Date())
						.putValueTyped("approvers", Variables.objectValue(List.of("anna", "bo"), true).create()));
		List<Task> tasks = engine.getTaskService().createTaskQuery().processInstanceId(instance.getId()).list();
		assertThat(tasks).isNotEmpty();
		engine.getTaskService().complete(tasks.get(0).getId());
		assertThat(engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(instance.getId()).count())
			.isZero();
	}

	private static String deploy(ProcessEngine engine, Path file) {
		return engine.getRepositoryService()
			.createDeployment()
			.addInputStream(file.getFileName().toString(), new ByteArrayInputStream(Corpus.bytes(file)))
			.deploy()
			.getId();
	}

}
