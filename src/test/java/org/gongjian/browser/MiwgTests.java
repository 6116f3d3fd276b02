package org.gongjian.browser;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.HtmlUtils;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The reference diagrams of the BPMN Model Interchange Working Group open in the editor,
 * are shown with everything drawn, and are written without loss.
 */
@BrowserTest
class MiwgTests {

	private static final String MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL";

	private static final String DRAWING = "http://www.omg.org/spec/BPMN/20100524/DI";

	@Test
	void everyReferenceDiagramOpensIsShownAndIsSavedWithoutLoss(House house) throws Exception {
		Visitor visitor = house.visitor(Locale.ENGLISH).signIn("process.admin");
		visitor.open("/admin/process/plaque-award").fill("note", "reference diagrams");
		visitor.click("#main-form [type=submit]");
		StudioTests.ready(visitor);
		String draft = visitor.path();
		for (Path file : files()) {
			byte[] original = Files.readAllBytes(file);
			byte[] saved = opened(visitor, draft, original);
			assertThat(said(saved)).as(file.getFileName() + ": what is said").containsAllEntriesOf(said(original));
			assertThat(drawn(saved)).as(file.getFileName() + ": what is drawn").isEqualTo(drawn(original));
		}
	}

	private static List<Path> files() throws IOException {
		try (Stream<Path> files = Files.list(Path.of("src/test/resources/miwg"))) {
			return files.sorted().toList();
		}
	}

	/**
	 * Opens a diagram as if it were the draft, looks at it, and takes what the editor
	 * writes.
	 */
	private static byte[] opened(Visitor visitor, String draft, byte[] original) throws Exception {
		Page page = visitor.page();
		page.route("**" + draft, (route) -> serve(route, text(original)));
		page.navigate(page.url().replaceAll("/admin/.*", draft));
		page.unroute("**" + draft);
		page.waitForSelector("#canvas .djs-shape, #canvas .djs-connection");
		assertThat(page.isVisible("#unreadable")).isFalse();
		for (String shape : shapes(original)) {
			assertThat(page.locator("#canvas [data-element-id='" + shape + "']").count()).as(shape).isPositive();
		}
		var download = page.waitForDownload(() -> page.click("[data-action=bpmn]"));
		return Files.readAllBytes(download.path());
	}

	private static void serve(Route route, String xml) {
		var answer = route.fetch();
		String body = answer.text();
		int from = body.indexOf('>', body.indexOf("<textarea class=\"code\" id=\"xml\"")) + 1;
		route.fulfill(new Route.FulfillOptions().setResponse(answer)
			.setBody(body.substring(0, from) + HtmlUtils.htmlEscape(xml)
					+ body.substring(body.indexOf("</textarea>", from))));
	}

	private static String text(byte[] xml) {
		String latin = new String(xml, StandardCharsets.ISO_8859_1);
		return latin.substring(0, 100).contains("ISO-8859-1") ? latin.replaceFirst("ISO-8859-1", "UTF-8")
				: new String(xml, StandardCharsets.UTF_8);
	}

	/** Every element with an id: its kind, its name, where it leads. */
	private static Map<String, String> said(byte[] xml) throws Exception {
		Map<String, String> said = new TreeMap<>();
		NodeList all = parse(xml).getElementsByTagNameNS(MODEL, "*");
		for (int place = 0; place < all.getLength(); place++) {
			Element element = (Element) all.item(place);
			if (!element.getAttribute("id").isEmpty()) {
				said.put(element.getAttribute("id"),
						String.join("|", element.getLocalName(), element.getAttribute("name").replaceAll("\\s+", " "),
								element.getAttribute("sourceRef"), element.getAttribute("targetRef"),
								element.getAttribute("attachedToRef"), element.getAttribute("processRef")));
			}
		}
		assertThat(said).isNotEmpty();
		return said;
	}

	/** Where everything is drawn. */
	private static Map<String, String> drawn(byte[] xml) throws Exception {
		Map<String, String> drawn = new TreeMap<>();
		NodeList all = parse(xml).getElementsByTagNameNS(DRAWING, "*");
		for (int place = 0; place < all.getLength(); place++) {
			Element element = (Element) all.item(place);
			if (element.hasAttribute("bpmnElement") && !element.getLocalName().equals("BPMNPlane")) {
				drawn.merge(element.getAttribute("bpmnElement"), points(element), String::concat);
			}
		}
		return drawn;
	}

	private static String points(Element shape) {
		StringBuilder points = new StringBuilder();
		NodeList all = shape.getElementsByTagName("*");
		for (int place = 0; place < all.getLength(); place++) {
			Element point = (Element) all.item(place);
			boolean label = "BPMNLabel".equals(((Element) point.getParentNode()).getLocalName())
					|| "BPMNLabel".equals(name(point));
			if (!label && point.hasAttribute("x")) {
				points.append(number(point, "x")).append(',').append(number(point, "y")).append(' ');
			}
		}
		return points.toString();
	}

	private static String name(Element element) {
		return element.getTagName().replaceAll(".*:", "");
	}

	private static long number(Element point, String side) {
		return Math.round(Double.parseDouble(point.getAttribute(side)));
	}

	/**
	 * What lies open on the first page: what is inside a closed sub-process has a page of
	 * its own.
	 */
	private static List<String> shapes(byte[] xml) throws Exception {
		Element root = parse(xml);
		Set<String> closed = called(root);
		NodeList drawings = root.getElementsByTagNameNS(DRAWING, "BPMNShape");
		for (int place = 0; place < drawings.getLength(); place++) {
			Element shape = (Element) drawings.item(place);
			if (!shape.getAttribute("isExpanded").equals("true")) {
				closed.add(shape.getAttribute("bpmnElement"));
			}
		}
		Set<String> open = new TreeSet<>(drawn(xml).keySet());
		NodeList all = root.getElementsByTagNameNS(MODEL, "*");
		for (int place = 0; place < all.getLength(); place++) {
			Element element = (Element) all.item(place);
			if (within(element, closed)) {
				open.remove(element.getAttribute("id"));
			}
		}
		return List.copyOf(open);
	}

	/**
	 * Processes that are drawn inside the call activity that calls them: bpmn-js shows
	 * the call activity closed and keeps them in the file.
	 */
	private static Set<String> called(Element root) {
		Set<String> called = new HashSet<>();
		NodeList participants = root.getElementsByTagNameNS(MODEL, "participant");
		NodeList processes = root.getElementsByTagNameNS(MODEL, "process");
		for (int place = 0; participants.getLength() > 0 && place < processes.getLength(); place++) {
			called.add(((Element) processes.item(place)).getAttribute("id"));
		}
		for (int place = 0; place < participants.getLength(); place++) {
			called.remove(((Element) participants.item(place)).getAttribute("processRef"));
		}
		return called;
	}

	private static boolean within(Element element, Set<String> closed) {
		Node parent = element.getParentNode();
		while (parent instanceof Element around) {
			boolean holds = around.getLocalName().toLowerCase(Locale.ROOT).endsWith("process");
			if (holds && closed.contains(around.getAttribute("id"))) {
				return true;
			}
			parent = around.getParentNode();
		}
		return false;
	}

	private static Element parse(byte[] xml) throws Exception {
		var factory = DocumentBuilderFactory.newInstance();
		factory.setNamespaceAware(true);
		return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml)).getDocumentElement();
	}

}
