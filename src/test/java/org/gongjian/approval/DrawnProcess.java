package org.gongjian.approval;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Draws a diagram for a test: elements side by side, each with its shape, and the flows.
 */
public final class DrawnProcess {

	private final String key;

	private final StringBuilder elements = new StringBuilder();

	private final StringBuilder shapes = new StringBuilder();

	private final Map<String, String> forms = new LinkedHashMap<>();

	private int drawn;

	public DrawnProcess(String key) {
		this.key = key;
	}

	public DrawnProcess element(String kind, String id, String inside) {
		this.elements.append("<bpmn:%s id=\"%s\" name=\"%s 环节\" %s</bpmn:%s>\n".formatted(kind, id, id,
				inside.startsWith(" ") || !inside.startsWith("<") ? inside : ">" + inside, kind));
		shape(id);
		return this;
	}

	/** An approval node with its settings, {@code who=party-officer;review=true}. */
	public DrawnProcess node(String id, String settings, String form) {
		var properties = new StringBuilder();
		for (String setting : settings.split(";")) {
			String[] pair = setting.split("=", 2);
			properties.append("<camunda:property name=\"%s\" value=\"%s\"/>".formatted(pair[0], pair[1]));
		}
		this.elements
			.append("""
					<bpmn:userTask id="%s" name="%s 环节" camunda:formKey="app:%s" camunda:dueDate="${workCalendar.dueIn('P3WD')}">
					<bpmn:extensionElements><camunda:properties>%s</camunda:properties></bpmn:extensionElements>
					<bpmn:multiInstanceLoopCharacteristics camunda:collection="${approvers.of(execution)}" camunda:elementVariable="slot">
					<bpmn:completionCondition xsi:type="bpmn:tFormalExpression">${approval.done(execution)}</bpmn:completionCondition>
					</bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>
					"""
				.formatted(id, id, id, properties));
		this.forms.put("forms/" + id + ".json", form);
		shape(id);
		return this;
	}

	/** A sub-process with what is drawn in it. */
	public DrawnProcess part(String id, Consumer<DrawnProcess> inside) {
		this.elements.append("<bpmn:subProcess id=\"%s\" name=\"%s 环节\">\n".formatted(id, id));
		shape(id);
		inside.accept(this);
		this.elements.append("</bpmn:subProcess>\n");
		return this;
	}

	/** A gateway that takes one of its flows when no condition holds. */
	public DrawnProcess gateway(String kind, String id, String otherwise) {
		String chosen = (otherwise == null) ? ">" : "default=\"%s--%s\">".formatted(id, otherwise);
		return element(kind, id, chosen);
	}

	public DrawnProcess flow(String from, String to) {
		return flow(from, to, null);
	}

	public DrawnProcess flow(String from, String to, String condition) {
		String inside = (condition == null) ? "" : "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">"
				+ condition + "</bpmn:conditionExpression>";
		String id = from + "--" + to;
		this.elements.append("<bpmn:sequenceFlow id=\"%s\" sourceRef=\"%s\" targetRef=\"%s\">%s</bpmn:sequenceFlow>\n"
			.formatted(id, from, to, inside));
		this.shapes
			.append("""
					<bpmndi:BPMNEdge id="%s_di" bpmnElement="%s"><di:waypoint x="1" y="1"/><di:waypoint x="9" y="9"/></bpmndi:BPMNEdge>
					"""
				.formatted(id, id));
		return this;
	}

	public DrawnProcess form(String step, String json) {
		this.forms.put("forms/" + step + ".json", json);
		return this;
	}

	public Map<String, byte[]> files() {
		var files = new LinkedHashMap<String, byte[]>();
		files.put(this.key + ".bpmn", xml().getBytes(StandardCharsets.UTF_8));
		this.forms.forEach((name, json) -> files.put(name, json.getBytes(StandardCharsets.UTF_8)));
		return files;
	}

	private void shape(String id) {
		this.shapes
			.append("""
					<bpmndi:BPMNShape id="%s_di" bpmnElement="%s"><dc:Bounds x="%d" y="100" width="100" height="80"/></bpmndi:BPMNShape>
					"""
				.formatted(id, id, 150 * this.drawn++));
	}

	private String xml() {
		return """
				<?xml version="1.0" encoding="UTF-8"?>
				<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="definitions" targetNamespace="http://gongjian.org/test">
				<bpmn:process id="%s" name="%s 流程" isExecutable="true" camunda:historyTimeToLive="P3650D">
				%s</bpmn:process>
				<bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="%s">
				%s</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
				</bpmn:definitions>
				"""
			.formatted(this.key, this.key, this.elements, this.key, this.shapes);
	}

}
