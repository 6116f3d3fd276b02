package org.gongjian.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.gongjian.engine.guard.DiagramCheck;
import org.gongjian.engine.guard.Finding;
import org.gongjian.engine.guard.Guard;
import org.gongjian.shared.Bilingual;
import org.springframework.stereotype.Component;

/**
 * Checks drawn diagrams and releases them, with what lies beside them, as new versions.
 */
@Component
public class Drawings {

	private final RepositoryService repository;

	private final DiagramBeans beans;

	private final DiagramCheck check;

	/** The same file is looked at when it is kept, shown, submitted and released. */
	private final Cache<Checked, List<Finding>> checked = Caffeine.newBuilder()
		.maximumWeight(8_000_000)
		.weigher((Checked file, List<Finding> found) -> file.content().capacity())
		.build();

	private record Checked(String name, ByteBuffer content) {
	}

	Drawings(ProcessEngine engine, DiagramBeans beans) {
		this.repository = engine.getRepositoryService();
		this.beans = beans;
		this.check = new DiagramCheck(beans::steps);
	}

	/**
	 * A version that was released.
	 *
	 * @param definition the engine's id
	 * @param version counted from 1
	 * @param name as drawn
	 * @param source {@code shipped}, or who released it
	 */
	public record Version(String definition, String process, int version, String name, Instant releasedAt,
			String source) {

		/** The name in the reader's language. */
		public String title(Locale locale) {
			return Bilingual.ofName(this.name).in(locale);
		}

	}

	/** It cannot be released. */
	public static class Unreleasable extends RuntimeException {

		private final transient List<Problem> problems;

		Unreleasable(List<Problem> problems) {
			super(problems.toString());
			this.problems = List.copyOf(problems);
		}

		/** Why not. */
		public List<Problem> problems() {
			return this.problems;
		}

	}

	/**
	 * Everything that is wrong with a file; nothing of it runs or is kept.
	 * @param fileName its name, {@code .bpmn} or {@code .dmn}
	 */
	public List<Problem> check(byte[] xml, String fileName, Locale locale) {
		return this.checked
			.get(new Checked(fileName, ByteBuffer.wrap(xml)), (unknown) -> this.check.check(xml, fileName))
			.stream()
			.map((finding) -> problem(finding, locale))
			.toList();
	}

	private static Problem problem(Finding finding, Locale locale) {
		return new Problem(finding.element(), finding.elementName(), finding.severity(), finding.rule(),
				finding.message(locale), DiagramCheck.isDangerous(finding));
	}

	/** The names of the system blocks a diagram can use. */
	public Set<String> steps() {
		return this.beans.steps();
	}

	/** The versions of a process, newest first. */
	public List<Version> versions(String process) {
		return this.repository.createProcessDefinitionQuery()
			.processDefinitionKey(process)
			.orderByProcessDefinitionVersion()
			.desc()
			.list()
			.stream()
			.map(this::version)
			.toList();
	}

	/** One version of a process. */
	public Optional<Version> version(String process, int version) {
		if (version < 1) {
			return Optional.empty();
		}
		return Optional
			.ofNullable(this.repository.createProcessDefinitionQuery()
				.processDefinitionKey(process)
				.processDefinitionVersion(version)
				.singleResult())
			.map(this::version);
	}

	private Version version(ProcessDefinition definition) {
		Deployment deployment = this.repository.createDeploymentQuery()
			.deploymentId(definition.getDeploymentId())
			.singleResult();
		return new Version(definition.getId(), definition.getKey(), definition.getVersion(), definition.getName(),
				deployment.getDeploymentTime().toInstant(), deployment.getSource());
	}

	/** The diagram of a version. */
	public byte[] diagram(String definition) {
		return bytes(this.repository.getProcessModel(definition));
	}

	/** The files released with a version by name, the diagram itself left out. */
	public Map<String, byte[]> beside(String definition) {
		ProcessDefinition known = this.repository.getProcessDefinition(definition);
		Map<String, byte[]> files = new LinkedHashMap<>();
		for (String name : this.repository.getDeploymentResourceNames(known.getDeploymentId())) {
			if (!name.equals(known.getResourceName())) {
				files.put(name, bytes(this.repository.getResourceAsStream(known.getDeploymentId(), name)));
			}
		}
		return files;
	}

	/**
	 * Releases a diagram as the next version of its process; new cases follow it from the
	 * end of the transaction on, running ones stay on theirs.
	 * @param beside forms and decision tables by name
	 * @param by who releases it
	 * @throws Unreleasable if the guard or the engine refuses it; nothing is kept
	 */
	public Version release(String process, byte[] xml, Map<String, byte[]> beside, String by, Locale locale) {
		var deployment = this.repository.createDeployment().name(process).source(by);
		deployment.addInputStream(process + ".bpmn", new ByteArrayInputStream(xml));
		beside.forEach((name, content) -> deployment.addInputStream(name, new ByteArrayInputStream(content)));
		try {
			List<ProcessDefinition> released = deployment.deployWithResult().getDeployedProcessDefinitions();
			return version(released.get(0));
		}
		catch (ProcessEngineException refused) {
			throw unreleasable(refused, locale);
		}
	}

	private static Unreleasable unreleasable(RuntimeException refused, Locale locale) {
		return new Unreleasable(Guard.explain(refused).stream().map((finding) -> problem(finding, locale)).toList());
	}

	private static byte[] bytes(InputStream stream) {
		try (stream) {
			return stream.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
