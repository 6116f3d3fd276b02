package org.gongjian.engine.guard;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Makes a whole diagram of the inside of a process: everything gets a shape. */
final class Drawn {

	private static final Pattern NODE = Pattern
		.compile("<bpmn:(\\w*(?:Task|Event|Gateway|subProcess|transaction|callActivity)|task) [^>]*?id=\"([^\"]+)\"");

	private static final Pattern FLOW = Pattern.compile("<bpmn:sequenceFlow [^>]*?id=\"([^\"]+)\"");

	private Drawn() {
	}

	static byte[] of(String key, String process, String root) {
		var drawing = new StringBuilder();
		NODE.matcher(process)
			.results()
			.forEach((node) -> drawing.append(
					"<bpmndi:BPMNShape id=\"%1$s_di\" bpmnElement=\"%1$s\"><dc:Bounds x=\"1\" y=\"1\" width=\"100\" height=\"80\"/></bpmndi:BPMNShape>"
						.formatted(node.group(2))));
		FLOW.matcher(process)
			.results()
			.forEach((flow) -> drawing.append(
					"<bpmndi:BPMNEdge id=\"%1$s_di\" bpmnElement=\"%1$s\"><di:waypoint x=\"1\" y=\"1\"/><di:waypoint x=\"2\" y=\"2\"/></bpmndi:BPMNEdge>"
						.formatted(flow.group(1))));
		return """
				<?xml version="1.0" encoding="UTF-8"?>
				<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
				  xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
				  xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
				  xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="definitions" targetNamespace="http://gongjian.org">
				%s<bpmn:process id="%s" isExecutable="true" camunda:historyTimeToLive="P3650D">%s</bpmn:process>
				<bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="%s">%s</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
				</bpmn:definitions>"""
			.formatted(root, key, process, key, drawing)
			.getBytes(StandardCharsets.UTF_8);
	}

}
