package org.gongjian.engine.guard;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

/**
 * Attacks through decision tables, each a change of a harmless one; and how long a check
 * may take.
 */
class TableVariantTests {

	private static final String HARMLESS = new String(
			Corpus.bytes(Path.of("src/test/resources/guard/accept/M20-dmn-approval-level.dmn")),
			StandardCharsets.UTF_8);

	private static final String FIRST = "<text>&lt; 1000</text>";

	static Stream<Arguments> attacks() {
		return Stream.of(of("dmn-language", "typeRef=\"number\"", "typeRef=\"number\" expressionLanguage=\"groovy\""),
				of("dmn-language", "name=\"DRD\"", "name=\"DRD\" expressionLanguage=\"juel\""),
				of("dmn-language", "<outputEntry id=\"oe0\">",
						"<outputEntry id=\"oe0\" expressionLanguage=\"javascript\">"),
				of("dmn-language", "<inputEntry id=\"ie0\">",
						"<inputEntry id=\"ie0\" expressionLanguage=\"http://camunda.org/schema/1.0/juel\">"),
				of("ttl", "camunda:historyTimeToLive=\"P3650D\"", "camunda:historyTimeToLive=\"P1D\""),
				of("element", "<decision id", "<import importType=\"x\" namespace=\"y\"/><decision id"),
				of("element", "<decision id", "<businessKnowledgeModel id=\"b\" name=\"b\"/><decision id"),
				of("element", "<decisionTable id=\"dt\" hitPolicy=\"FIRST\">",
						"<invocation/><decisionTable id=\"dt\" hitPolicy=\"FIRST\">"),
				of("foreign", "<decision id", "<x:y xmlns:x=\"urn:evil\"/><decision id"),
				of("schema-location", "id=\"defs\"",
						"id=\"defs\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
								+ "xsi:schemaLocation=\"urn:x http://127.0.0.1:18099/x.xsd\""),
				of("value", "<input id=\"in1\"", "<input camunda:inputVariable=\"${x}\" id=\"in1\""),
				of("duplicate-id", "id=\"r1\"", "id=\"r0\""));
	}

	@ParameterizedTest
	@MethodSource("attacks")
	void attacksAreRefused(String rule, String xml) {
		assertThat(Corpus.errors(xml.getBytes(StandardCharsets.UTF_8), "a.dmn")).extracting(Finding::rule)
			.contains(rule);
	}

	@ParameterizedTest
	@ValueSource(strings = { "for i in 1..2000000000 return i", "some x in [1..9] satisfies x > 1",
			"function(x) external { java: { class: &quot;java.lang.Math&quot; } }",
			"matches(a, &quot;(.*a){20}b&quot;)", "replace(a, &quot;(a+)+&quot;, &quot;&quot;)",
			"split(a, &quot;x&quot;)", "10**1000000000", "1e999999999 + 1", "{a: 1}", "a.class", "${''.getClass()}",
			"#{x}", "string join([a])", "get entries(a)", "&quot;open",
			"((((((((((((((((((((((1))))))))))))))))))))))" })
	void expensiveOrStrangeFeelIsRefused(String feel) {
		String xml = HARMLESS.replace(FIRST, "<text>" + feel + "</text>");
		assertThat(Corpus.errors(xml.getBytes(StandardCharsets.UTF_8), "a.dmn")).extracting(Finding::element)
			.contains("ie0");
	}

	@ParameterizedTest
	@ValueSource(strings = { "-", "", "&lt; 1000", "[1..5]", "]0.5..1.5[", "not(&quot;a&quot;,&quot;b&quot;)",
			"&quot;for some reason (urgent) ${x} a.b&quot;", "date(&quot;2026-01-01&quot;)",
			"&gt; date and time(&quot;2026-01-01T00:00:00&quot;)", "contains(amount, &quot;x&quot;)",
			"if amount &gt; 5 then 1 else 2", "amount.year", "duration(&quot;P1D&quot;)", "\"乡镇\"" })
	void everydayFeelIsAccepted(String feel) {
		String xml = HARMLESS.replace(FIRST, "<text>" + feel + "</text>");
		assertThat(Corpus.errors(xml.getBytes(StandardCharsets.UTF_8), "a.dmn")).isEmpty();
	}

	@Test
	void theLargestFilesAreCheckedInSeconds() {
		var nodes = new StringBuilder();
		for (int index = 0; index < 6_000; index++) {
			nodes.append(
					"<bpmn:task id=\"t%1$d\"/><bpmn:sequenceFlow id=\"s%1$d\" sourceRef=\"t%1$d\" targetRef=\"t%2$d\"/>"
						.formatted(index, index + 1));
		}
		byte[] chain = Drawn.of("chain", nodes.append("<bpmn:task id=\"t6000\"/>").toString(), "");
		byte[] scopes = Drawn.of("scopes",
				"<bpmn:subProcess id=\"x\"><bpmn:serviceTask id=\"y\"/></bpmn:subProcess>".repeat(900), "");
		byte[] texts = ("<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'>"
				+ ("<documentation>" + "${".repeat(400) + "</documentation>").repeat(2_000) + "</definitions>")
			.getBytes(StandardCharsets.UTF_8);
		for (byte[] xml : List.of(chain, scopes, texts)) {
			assertThat(assertTimeout(Duration.ofSeconds(20), () -> Corpus.errors(xml, "a.bpmn"))).isNotEmpty();
		}
	}

	private static Arguments of(String rule, String find, String replace) {
		assertThat(HARMLESS).contains(find);
		return Arguments.of(rule, HARMLESS.replace(find, replace));
	}

}
