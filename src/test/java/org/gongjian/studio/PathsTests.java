package org.gongjian.studio;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class PathsTests {

	private static final String FLOWS = """
			<flow id="f1" sourceRef="start" targetRef="check"/><flow id="f2" sourceRef="check" targetRef="approve"/>
			<flow id="f3" sourceRef="approve" targetRef="done"/><flow id="f4" sourceRef="check" targetRef="refused"/>
			<boundaryEvent id="late" attachedToRef="check"/><flow id="f5" sourceRef="late" targetRef="refused"/>
			""";

	@Test
	void aStepThatEveryCompletedCasePassesIsKnown() {
		Paths paths = paths(FLOWS);
		assertThat(paths.completesWithout("approve")).isFalse();
		assertThat(paths.completesWithout("late")).isTrue();
		assertThat(paths.reaches("approve")).isTrue();
	}

	@Test
	void aWayAroundAStepIsFound() {
		assertThat(paths(FLOWS + "<flow id=\"f6\" sourceRef=\"late\" targetRef=\"done\"/>").completesWithout("approve"))
			.isTrue();
		Paths beside = paths(FLOWS.replace("targetRef=\"approve\"", "targetRef=\"done\""));
		assertThat(beside.reaches("approve")).isFalse();
	}

	@Test
	void theFormsThatStepsNameAreKnown() {
		assertThat(paths(FLOWS).forms()).containsExactly("forms/check.json");
	}

	@Test
	void whatIsSaidOtherwiseIsToldApartFromWhatIsDrawnElsewhere() {
		String moved = diagram(FLOWS).replace("x=\"1\"", "x=\"9\"");
		Difference layout = difference(diagram(FLOWS), moved);
		assertThat(layout.none()).isTrue();
		assertThat(layout.layoutOnly()).containsExactly("check");
		Difference said = difference(diagram(FLOWS), diagram(FLOWS).replace("PT1H", "PT2H"));
		assertThat(said.changed()).singleElement().satisfies((change) -> {
			assertThat(change.element()).isEqualTo("check");
			assertThat(change.attribute()).isEqualTo("timerEventDefinition.timeDuration");
			assertThat(change.from()).isEqualTo("PT1H");
			assertThat(change.to()).isEqualTo("PT2H");
		});
		Difference renamed = difference(diagram(FLOWS),
				diagram(FLOWS).replace("id=\"approve\"", "id=\"approve\" name=\"Yes\""));
		assertThat(renamed.changed()).as("not of what leads there")
			.extracting(Difference.Change::attribute)
			.containsExactly("name");
		String asked = diagram(FLOWS + "<exclusiveGateway id=\"way\"/>").replace("id=\"approve\"",
				"id=\"approve\" name=\"Yes 同意\" outcome=\"approveOutcome\"");
		assertThat(read(asked, "conditionExpression", "${approveOutcome == 'AGREE' and budget >= 5 and kind != 'A'}"))
			.isEqualTo("${{Yes 同意} == '{Agree|同意}' and {Budget|预算} >= 5 and kind != 'A'}");
		assertThat(read(asked, "order", "AGREE,B")).isEqualTo("{Agree|同意}, B");
		Difference setting = difference(diagram(FLOWS), diagram(FLOWS).replace("value=\"anna\"", "value=\"bob\""));
		assertThat(setting.changed()).extracting(Difference.Change::attribute).containsExactly("who");
		Difference added = difference(diagram(FLOWS), diagram(FLOWS + "<task id=\"new\"/>"));
		assertThat(added.added()).extracting(Difference.Named::element).containsExactly("new");
	}

	private static String read(String diagram, String attribute, String text) {
		String form = """
				{"title": {"en": "Yes", "zh": "同意"},
				 "decisions": [{"code": "AGREE", "label": {"en": "Agree", "zh": "同意"}, "kind": "positive"}],
				 "sections": [{"fields": [{"name": "budget", "label": {"en": "Budget", "zh": "预算"}, "type": "money",
				  "fact": true}]}]}
				""";
		return new ReadNames(Parts.read(diagram.getBytes(UTF_8)), Map.of("forms/approve.json", form.getBytes(UTF_8)))
			.of(new Difference.Change("approve", "Yes", attribute, null, text), text);
	}

	private static Difference difference(String before, String after) {
		return Difference.of(before.getBytes(UTF_8), Map.of(), after.getBytes(UTF_8), Map.of());
	}

	private static Paths paths(String flows) {
		return new Paths(Parts.read(diagram(flows).getBytes(UTF_8)));
	}

	private static String diagram(String flows) {
		return """
				<definitions xmlns:camunda="c"><process id="p" isExecutable="true">
				<startEvent id="start"/>
				<userTask id="check" camunda:formKey="app:check"><extensionElements><properties><property name="who" value="anna"/></properties></extensionElements>
				  <timerEventDefinition id="t"><timeDuration>PT1H</timeDuration></timerEventDefinition></userTask>
				<userTask id="approve"/>
				<endEvent id="done"><extensionElements><properties><property name="status" value="completed"/></properties></extensionElements></endEvent>
				<endEvent id="refused"><extensionElements><properties><property name="status" value="rejected"/></properties></extensionElements></endEvent>
				%s</process>
				<BPMNDiagram><BPMNPlane><BPMNShape bpmnElement="check"><Bounds x="1" y="2"/></BPMNShape></BPMNPlane></BPMNDiagram></definitions>
				"""
			.formatted(flows.replace("<flow ", "<sequenceFlow "));
	}

}
