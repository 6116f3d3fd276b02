package org.gongjian.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.gongjian.engine.DiagramPicture.Marks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.w3c.dom.Element;

import static org.assertj.core.api.Assertions.assertThat;

class DiagramPictureTests {

	private static final Path PICTURES = Path.of("target/pictures");

	private final DiagramPicture pictures = new DiagramPicture(messages());

	static Stream<Path> diagrams() {
		return Stream
			.of("src/test/resources/miwg", "src/test/resources/guard/accept", "src/test/resources/guard/render",
					System.getProperty("gongjian.processes", "processes"))
			.map(Path::of)
			.filter(Files::isDirectory)
			.flatMap(DiagramPictureTests::files)
			.filter((file) -> file.toString().endsWith(".bpmn"));
	}

	@ParameterizedTest
	@MethodSource("diagrams")
	void everyDiagramHasAPictureAndAnOutline(Path file) throws Exception {
		byte[] xml = Files.readAllBytes(file);
		List<DiagramPicture.Node> outline = this.pictures.outline(xml, Marks.NONE);
		assertThat(outline).isNotEmpty().allSatisfy((node) -> assertThat(kind(node)).isNotBlank());
		for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
			String svg = this.pictures.svg(xml, marks(outline), locale);
			assertThat(svg).startsWith("<svg").doesNotContain("<script", "style=", "javascript:", "onload=", "NaN");
			var root = DocumentBuilderFactory.newNSInstance()
				.newDocumentBuilder()
				.parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))
				.getDocumentElement();
			assertThat(root.getAttribute("role")).isEqualTo("img");
			assertThat(drawn(root)).containsAll(shapes(xml, outline));
			keep(file, locale, svg);
		}
	}

	@Test
	void namesAreShownInTheReadersLanguageAndMarksAreClasses() {
		byte[] xml = diagram("Review &lt;b&gt; 审核");
		var marks = new Marks(Set.of("f0"), Set.of("start"), Set.of("review"));
		String english = this.pictures.svg(xml, marks, Locale.ENGLISH);
		assertThat(english).contains("Review &lt;b&gt;").doesNotContain("审核");
		assertThat(english).contains("The case is now at: Review &lt;b&gt;.");
		assertThat(english).containsPattern("bpmn-user-task bpmn-current\" data-element=\"review\"")
			.containsPattern("bpmn-start-event bpmn-passed\" data-element=\"start\"")
			.containsPattern("bpmn-sequence-flow bpmn-travelled\" data-element=\"f0\"");
		assertThat(this.pictures.svg(xml, marks, Locale.SIMPLIFIED_CHINESE)).contains("审核", "事项当前位于");
	}

	@Test
	void whatIsInsideAClosedPartIsDrawnBelowItAndMarkedThere() throws Exception {
		byte[] xml = Files.readAllBytes(Path.of("processes", "problem-escalation.bpmn"));
		String svg = this.pictures.svg(xml, new Marks(Set.of(), Set.of(), Set.of("sub-levels", "task-l3-chair")),
				Locale.ENGLISH);
		assertThat(svg.split("data-element=\"sub-levels\"", -1)).as("the part, and the frame of its inside").hasSize(3);
		assertThat(svg).containsPattern("bpmn-user-task bpmn-current\" data-element=\"task-l3-chair\"");
		assertThat(top(svg, "task-l3-chair")).isGreaterThan(top(svg, "task-discipline-handle") + 80);
	}

	private static double top(String svg, String id) {
		var shape = java.util.regex.Pattern.compile("data-element=\"" + id + "\">.*?<rect[^>]* y=\"([0-9.]+)\"")
			.matcher(svg);
		assertThat(shape.find()).isTrue();
		return Double.parseDouble(shape.group(1));
	}

	@Test
	void theOutlineFollowsTheFlow() {
		assertThat(this.pictures.outline(diagram("Review 审核"), new Marks(Set.of(), Set.of("start"), Set.of("review"))))
			.extracting(DiagramPicture.Node::id, DiagramPicture.Node::passed, DiagramPicture.Node::current)
			.startsWith(org.assertj.core.groups.Tuple.tuple("start", true, false),
					org.assertj.core.groups.Tuple.tuple("review", false, true),
					org.assertj.core.groups.Tuple.tuple("decide", false, false));
	}

	private String kind(DiagramPicture.Node node) {
		return messages().getMessage("engine.diagram.kind." + node.kind(), null, Locale.SIMPLIFIED_CHINESE);
	}

	private static byte[] diagram(String name) {
		try {
			return Files.readString(Path.of("src/test/resources/guard/accept/G01-approval-gateway.bpmn"))
				.replace("Review request", name)
				.getBytes(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Marks marks(List<DiagramPicture.Node> outline) {
		var passed = new HashSet<String>();
		outline.subList(0, outline.size() / 3).forEach((node) -> passed.add(node.id()));
		return new Marks(Set.of(), passed, Set.of(outline.get(outline.size() / 3).id()));
	}

	private static Set<String> drawn(Element root) {
		var groups = root.getElementsByTagName("g");
		var ids = new HashSet<String>();
		for (int index = 0; index < groups.getLength(); index++) {
			ids.add(((Element) groups.item(index)).getAttribute("data-element"));
		}
		return ids;
	}

	private static List<String> shapes(byte[] xml, List<DiagramPicture.Node> outline) {
		String text = new String(xml, StandardCharsets.UTF_8);
		boolean one = text.indexOf("BPMNPlane ") == text.lastIndexOf("BPMNPlane ");
		return one ? outline.stream()
			.map(DiagramPicture.Node::id)
			.filter((id) -> text.contains("bpmnElement=\"" + id + "\""))
			.toList() : List.of();
	}

	private static void keep(Path file, Locale locale, String svg) throws IOException {
		Files.createDirectories(PICTURES);
		Files.writeString(PICTURES.resolve(file.getFileName() + "." + locale.getLanguage() + ".svg"), svg);
	}

	private static Stream<Path> files(Path folder) {
		try (Stream<Path> files = Files.list(folder)) {
			return files.sorted().toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static ResourceBundleMessageSource messages() {
		var messages = new ResourceBundleMessageSource();
		messages.setBasename("messages-engine");
		messages.setDefaultEncoding("UTF-8");
		messages.setFallbackToSystemLocale(false);
		return messages;
	}

}
