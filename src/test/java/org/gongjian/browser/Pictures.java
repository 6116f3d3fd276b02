package org.gongjian.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import com.microsoft.playwright.Page;
import org.gongjian.engine.DiagramPicture;
import org.junit.jupiter.api.Test;

/**
 * Makes the pictures of the documents anew: {@code mvn test -Dtest=Pictures}. Not a test,
 * so no build runs it by itself.
 */
@BrowserTest
class Pictures {

	private static final Path FOLDER = Path.of("docs/images");

	@Test
	void ofThePages(House house) {
		Visitor visitor = house.visitor(Locale.ENGLISH);
		new PairingWalk(visitor, "F04", "gov3", "E03", "ent").proposes("Both sides ask for it although one is paired.");
		PairingWalk walk = new PairingWalk(visitor, "G02", "gov").proposes(null)
			.theOtherSideConfirms()
			.bothBranchesResolve()
			.theAgreementIsDrafted();
		picture(visitor.signIn("party.officer"), "inbox");
		picture(visitor.openTask(walk.number()), "task");
		walk.disciplineChecks("discipline").theOfficerReviews();
		picture(walk.seenByTheInitiator(), "case");
		visitor.page().locator(".diagram").scrollIntoViewIfNeeded();
		visitor.page().evaluate("() => document.getElementById('diagram-title').scrollIntoView()");
		picture(visitor, "way");
		picture(visitor.signIn("party.officer").open("/pairings/matrix"), "matrix");
		Visitor reader = house.visitor(Locale.SIMPLIFIED_CHINESE).signIn("ent5.secretary");
		picture(reader.open("/inbox"), "inbox-zh");
		reader.signIn("gov.liaison").open("/new/pairing-approval");
		reader.page().setViewportSize(Look.NARROW, 844);
		picture(reader, "phone-zh");
	}

	@Test
	void ofTheDiagrams(House house) throws IOException {
		for (String process : List.of("pairing-approval", "plaque-award", "plaque-annual-review", "problem-escalation",
				"activity-proposal", "publicity-review", "joint-meeting")) {
			for (Locale language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
				byte[] diagram = Files.readAllBytes(Path.of("processes", process + ".bpmn"));
				String svg = house.bean(DiagramPicture.class).svg(diagram, DiagramPicture.Marks.NONE, language);
				String name = process + (language.equals(Locale.ENGLISH) ? "" : "-zh") + ".svg";
				Files.writeString(FOLDER.resolve(name), alone(svg));
			}
		}
	}

	/** With its looks inside, for readers outside the house. */
	private static String alone(String svg) throws IOException {
		String tokens = lines("tokens.css").stream()
			.takeWhile((line) -> !line.contains("prefers-color-scheme"))
			.collect(Collectors.joining("\n"));
		String looks = String.join("\n", lines("diagram.css"));
		return svg.replaceFirst(">",
				"><style>" + (tokens + looks).replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("\\s+", " ") + "</style>")
				+ "\n";
	}

	private static List<String> lines(String sheet) throws IOException {
		return Files.readAllLines(Path.of("src/main/resources/static/css", sheet));
	}

	private static void picture(Visitor visitor, String name) {
		visitor.page().screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
	}

}
