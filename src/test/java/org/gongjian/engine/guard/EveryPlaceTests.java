package org.gongjian.engine.guard;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Code is refused wherever it is put: in every attribute and every text of every kind of
 * element that the shipped diagrams and the harmless examples are made of, however it is
 * written.
 */
class EveryPlaceTests {

	private static final String CALL = "''.getClass().forName('java.lang.Runtime')";

	/** The same, as somebody would hide it. */
	private static final List<String> WRITTEN = List.of("${" + CALL + "}", "#{" + CALL + "}",
			"&#36;&#x7B;" + CALL + "}", "a ${b} ${" + CALL + "}", "${a ? '${b}' : " + CALL + "}",
			"${a['class']['forName']}");

	private static final Pattern TAG = Pattern.compile("<([\\w:-]+)((?:\\s+[\\w:-]+=\"[^\"]*\")+)\\s*/?>");

	private static final Pattern ATTRIBUTE = Pattern.compile("([\\w:-]+)=\"([^\"]*)\"");

	private static final Pattern TEXT = Pattern
		.compile("<(bpmn:(?:documentation|text|conditionExpression|completionCondition|timeDuration|timeDate"
				+ "|timeCycle|loopCardinality|condition))(?:\\s[^>]*)?>([^<]+)</");

	/** The small ones first: a place is tried where it is met first. */
	private static List<Path> diagrams() throws IOException {
		try (Stream<Path> shipped = Files.list(Path.of("processes"))) {
			return Stream.concat(Corpus.files("accept"), shipped)
				.filter((file) -> file.toString().endsWith(".bpmn"))
				.toList();
		}
	}

	@Test
	void codeIsRefusedInEveryAttributeAndText() throws IOException {
		var taken = new ArrayList<String>();
		Set<String> tried = new HashSet<>();
		for (Path file : diagrams()) {
			String xml = Files.readString(file);
			Matcher tag = TAG.matcher(xml);
			while (tag.find()) {
				Matcher attribute = ATTRIBUTE.matcher(tag.group(2));
				while (attribute.find()) {
					String place = tag.group(1) + " " + attribute.group(1);
					if (!attribute.group(1).startsWith("xmlns") && tried.add(place)) {
						int from = tag.start(2) + attribute.start(2);
						spoil(xml, from, tag.start(2) + attribute.end(2), place, taken);
					}
				}
			}
			Matcher text = TEXT.matcher(xml);
			while (text.find()) {
				if (tried.add(text.group(1))) {
					spoil(xml, text.start(2), text.end(2), text.group(1), taken);
				}
			}
		}
		assertThat(tried).hasSizeGreaterThan(80);
		assertThat(taken).isEmpty();
	}

	private static void spoil(String xml, int from, int to, String place, List<String> taken) {
		for (String written : WRITTEN) {
			String spoilt = xml.substring(0, from) + written + xml.substring(to);
			if (Corpus.errors(spoilt.getBytes(StandardCharsets.UTF_8), "own.bpmn").isEmpty()) {
				taken.add(place + " took " + written);
			}
		}
	}

	@Test
	void whatACallHandsOverIsCheckedToo() throws IOException {
		String xml = Files.readString(Path.of("processes", "activity-proposal.bpmn"));
		assertThat(xml).contains("<camunda:in variables=\"all\"");
		for (String handed : List.of("sourceExpression=\"${" + CALL + "}\" target=\"x\"",
				"source=\"${" + CALL + "}\" target=\"x\"", "source=\"x\" target=\"${" + CALL + "}\"",
				"businessKey=\"${" + CALL + "}\"", "source=\"x\" target=\"caseNumber\"")) {
			String spoilt = xml.replace("<camunda:in variables=\"all\"", "<camunda:in " + handed);
			assertThat(Corpus.errors(spoilt.getBytes(StandardCharsets.UTF_8), "own.bpmn")).as(handed).isNotEmpty();
		}
	}

	@Test
	void entitiesAndOtherEncodingsGetNowhere() throws IOException {
		String xml = Files.readString(Path.of("processes", "pairing-approval.bpmn"));
		String root = xml.substring(xml.indexOf("<bpmn:definitions"));
		for (String head : List.of("<!DOCTYPE x [<!ENTITY a \"b\"><!ENTITY c \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>",
				"<!DOCTYPE x [<!ENTITY % p SYSTEM \"http://127.0.0.1:9/x\"> %p;]>",
				"<!DOCTYPE x SYSTEM \"file:///etc/passwd\">",
				"<!DOCTYPE x PUBLIC \"-//x\" \"http://127.0.0.1:9/x\">")) {
			assertThat(Corpus.errors((head + root).getBytes(StandardCharsets.UTF_8), "own.bpmn"))
				.extracting(Finding::rule)
				.as(head)
				.containsExactly("doctype");
		}
		for (String name : List.of("UTF-16", "UTF-16LE", "UTF-32", "UTF-7", "ISO-8859-1", "GB18030", "IBM037")) {
			String declared = "<?xml version=\"1.0\" encoding=\"" + name + "\"?>" + root;
			byte[] bytes = java.nio.charset.Charset.isSupported(name)
					? declared.getBytes(java.nio.charset.Charset.forName(name))
					: declared.getBytes(StandardCharsets.US_ASCII);
			assertThat(Corpus.errors(bytes, "own.bpmn")).extracting(Finding::rule).as(name).containsExactly("not-utf8");
		}
		String included = root.replace("<bpmn:process ",
				"<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/passwd\"/><bpmn:process ");
		assertThat(Corpus.errors(included.getBytes(StandardCharsets.UTF_8), "own.bpmn")).extracting(Finding::rule)
			.contains("foreign");
	}

}
