package org.gongjian.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.gongjian.shared.Bilingual;
import org.springframework.stereotype.Component;

@Component
class EngineDefinitions implements Definitions {

	private static final int MOST = 500;

	private final RepositoryService repository;

	private final Models models;

	/**
	 * What belongs to a version never changes, so that it is read from the engine once.
	 */
	private final LoadingCache<String, Released> released;

	private final LoadingCache<String, byte[]> diagrams;

	private final LoadingCache<Element, Optional<Node>> nodes;

	EngineDefinitions(ProcessEngine engine) {
		this.repository = engine.getRepositoryService();
		this.models = new Models(engine);
		this.released = remembering((definition) -> view(this.repository.getProcessDefinition(definition)));
		this.diagrams = remembering((definition) -> bytes(this.repository.getProcessModel(definition)));
		this.nodes = remembering(MOST * 40, this::read);
	}

	private record Element(String definition, String id) {
	}

	private static <K, V> LoadingCache<K, V> remembering(CacheLoader<K, V> reader) {
		return remembering(MOST, reader);
	}

	private static <K, V> LoadingCache<K, V> remembering(int most, CacheLoader<K, V> reader) {
		return Caffeine.newBuilder().maximumSize(most).build(reader);
	}

	@Override
	public List<Released> newest() {
		return this.repository.createProcessDefinitionQuery()
			.latestVersion()
			.active()
			.orderByProcessDefinitionKey()
			.asc()
			.list()
			.stream()
			.map(EngineDefinitions::view)
			.toList();
	}

	@Override
	public Optional<Released> newest(String process) {
		return Optional
			.ofNullable(this.repository.createProcessDefinitionQuery()
				.processDefinitionKey(process)
				.latestVersion()
				.singleResult())
			.map(EngineDefinitions::view);
	}

	@Override
	public Released get(String definition) {
		return this.released.get(definition);
	}

	@Override
	public Optional<byte[]> file(String definition, String name) {
		String deployment = this.repository.getProcessDefinition(definition).getDeploymentId();
		boolean there = this.repository.getDeploymentResourceNames(deployment).contains(name);
		return there ? Optional.of(bytes(this.repository.getResourceAsStream(deployment, name))) : Optional.empty();
	}

	@Override
	public Optional<Node> node(String definition, String element) {
		return this.nodes.get(new Element(definition, element));
	}

	private Optional<Node> read(Element element) {
		ModelElementInstance found = this.models.of(element.definition()).getModelElementById(element.id());
		return (found instanceof FlowElement drawn) ? Optional.of(node(drawn)) : Optional.empty();
	}

	private static Node node(FlowElement drawn) {
		String documentation = drawn.getDocumentations()
			.stream()
			.map(ModelElementInstance::getTextContent)
			.collect(Collectors.joining(" "));
		Map<String, String> settings = settings(drawn);
		if (drawn instanceof Activity activity
				&& activity.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics several
				&& several.isSequential()) {
			settings.put(Settings.IN_TURN, "true");
		}
		return new Node(drawn.getId(), drawn.getElementType().getTypeName(), Bilingual.ofName(drawn.getName()),
				Bilingual.ofName(documentation), settings);
	}

	static Map<String, String> settings(FlowElement drawn) {
		var settings = new LinkedHashMap<String, String>();
		if (drawn.getExtensionElements() != null) {
			drawn.getExtensionElements()
				.getElementsQuery()
				.filterByType(CamundaProperties.class)
				.list()
				.forEach((properties) -> properties.getCamundaProperties()
					.forEach((property) -> settings.put(property.getCamundaName(), property.getCamundaValue())));
		}
		return settings;
	}

	@Override
	public byte[] diagram(String definition) {
		return this.diagrams.get(definition).clone();
	}

	private static byte[] bytes(InputStream stream) {
		try (stream) {
			return stream.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Released view(ProcessDefinition definition) {
		return new Released(definition.getId(), definition.getKey(), definition.getVersion(), definition.getName());
	}

}
