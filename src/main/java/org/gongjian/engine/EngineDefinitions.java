package org.gongjian.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.gongjian.shared.Bilingual;
import org.springframework.stereotype.Component;

@Component
class EngineDefinitions implements Definitions {

	private final RepositoryService repository;

	EngineDefinitions(ProcessEngine engine) {
		this.repository = engine.getRepositoryService();
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
		return view(this.repository.getProcessDefinition(definition));
	}

	@Override
	public Optional<byte[]> file(String definition, String name) {
		String deployment = this.repository.getProcessDefinition(definition).getDeploymentId();
		boolean there = this.repository.getDeploymentResourceNames(deployment).contains(name);
		return there ? Optional.of(bytes(this.repository.getResourceAsStream(deployment, name))) : Optional.empty();
	}

	@Override
	public Optional<Node> node(String definition, String element) {
		ModelElementInstance found = this.repository.getBpmnModelInstance(definition).getModelElementById(element);
		return (found instanceof FlowElement drawn) ? Optional.of(node(drawn)) : Optional.empty();
	}

	private static Node node(FlowElement drawn) {
		String documentation = drawn.getDocumentations()
			.stream()
			.map(ModelElementInstance::getTextContent)
			.collect(Collectors.joining(" "));
		return new Node(drawn.getId(), drawn.getElementType().getTypeName(), Bilingual.ofName(drawn.getName()),
				Bilingual.ofName(documentation), settings(drawn));
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
		return bytes(this.repository.getProcessModel(definition));
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
