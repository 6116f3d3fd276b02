package org.gongjian.browser;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.web.util.HtmlUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How long after it was asked for the editor can be drawn in, against a page that has
 * nothing but bpmn-js: {@code mvn test -Dtest=EditorReadyTests
 * -Dtests.later=none -Dbench.editor=true}. Needs the npm packages of the editor.
 */
@BrowserTest
@EnabledIfSystemProperty(named = "bench.editor", matches = "true")
class EditorReadyTests {

	private static final Path DIAGRAM = Path.of("processes/activity-proposal.bpmn");

	private static final int ROUNDS = Integer.getInteger("bench.rounds", 7);

	private static final String MARK = "() => performance.getEntriesByName('ready')[0]?.startTime ?? 0";

	@Test
	void theEditorIsReadyAlmostAsSoonAsABarePage(House house) throws Exception {
		Path bare = bundle();
		HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
		server.createContext("/", (exchange) -> serve(exchange, bare));
		server.start();
		try {
			Visitor visitor = house.visitor(Locale.ENGLISH).signIn("process.admin");
			visitor.open("/admin/process/activity-proposal").fill("note", "measured");
			visitor.click("#main-form [type=submit]");
			String draft = house.address() + visitor.path();
			String plain = "http://localhost:" + server.getAddress().getPort() + "/";
			List<Double> ours = new ArrayList<>();
			List<Double> theirs = new ArrayList<>();
			for (int round = 0; round < ROUNDS; round++) {
				theirs.add(ready(visitor.page(), plain));
				ours.add(ready(visitor.page(), draft));
			}
			System.out.printf(Locale.ROOT,
					"editor ready: best %.0f ms, median %.0f; bare page: best %.0f, median %.0f%n", best(ours),
					median(ours), best(theirs), median(theirs));
			assertThat(best(ours) / best(theirs)).isLessThanOrEqualTo(1.2);
		}
		finally {
			server.stop(0);
		}
	}

	private static Path bundle() throws IOException, InterruptedException {
		Path out = Files.createTempDirectory("bare");
		Process node = new ProcessBuilder("node", "bench/build.mjs", out.toString())
			.directory(Path.of("src/main/frontend/studio").toFile())
			.inheritIO()
			.start();
		assertThat(node.waitFor()).isZero();
		return out;
	}

	private static void serve(HttpExchange exchange, Path folder) throws IOException {
		String path = exchange.getRequestURI().getPath();
		byte[] content = path.equals("/") ? page() : Files.readAllBytes(folder.resolve(path.substring(1)));
		exchange.getResponseHeaders().set("Content-Type", type(path));
		exchange.sendResponseHeaders(200, content.length);
		exchange.getResponseBody().write(content);
		exchange.close();
	}

	private static String type(String path) {
		return path.endsWith(".js") ? "text/javascript"
				: path.endsWith(".css") ? "text/css" : path.equals("/") ? "text/html; charset=utf-8" : "font/woff2";
	}

	private static byte[] page() throws IOException {
		return ("<!doctype html><link rel=stylesheet href=bare.css><style>#canvas{height:90vh}</style>"
				+ "<div id=canvas></div><textarea id=xml hidden>" + HtmlUtils.htmlEscape(Files.readString(DIAGRAM))
				+ "</textarea><script type=module src=bare.js></script>")
			.getBytes(StandardCharsets.UTF_8);
	}

	private static double ready(Page page, String address) {
		page.navigate(address);
		double[] at = new double[1];
		page.waitForCondition(() -> {
			at[0] = ((Number) page.evaluate(MARK)).doubleValue();
			return at[0] > 0;
		});
		return at[0];
	}

	private static double best(List<Double> times) {
		return times.stream().min(Double::compare).orElseThrow();
	}

	private static double median(List<Double> times) {
		return times.stream().sorted().toList().get(times.size() / 2);
	}

}
