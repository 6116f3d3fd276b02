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
 * Makes the pictures of the documents anew: {@code mvn test
 * -Dtest=Pictures -Dtests.later=none}. Not a test, so no build runs it by itself.
 */
@BrowserTest
class Pictures {

	private static final Path FOLDER = Path.of("docs/images");

	@Test
	void ofThePages(House house) {
		Visitor visitor = house.visitor(Locale.ENGLISH).signIn("gov.liaison").open("/new/pairing-approval");
		visitor.refused(() -> visitor.press("check"));
		picture(visitor, "form");
		PairingWalk walk = new PairingWalk(visitor, "G02", "gov").proposes(null)
			.theOtherSideConfirms()
			.bothBranchesResolve()
			.theAgreementIsDrafted();
		picture(visitor.signIn("party.officer"), "inbox");
		picture(visitor.openTask(walk.number()), "task");
		picture(visitor.open("/insight"), "dashboard");
		picture(visitor.open("/ceremonies").click("main tbody th a"), "ceremony");
		picture(visitor.open("/pairings/matrix"), "matrix");
		walk.disciplineChecks("discipline").theOfficerReviews();
		picture(walk.seenByTheInitiator(), "case");
		Visitor reader = house.visitorWithPhone(Locale.SIMPLIFIED_CHINESE).signIn("party.officer");
		picture(reader.open("/inbox"), "phone-zh");
	}

	@Test
	void ofTheStudio(House house) {
		Visitor visitor = house.visitor(Locale.ENGLISH).signIn("process.admin");
		visitor.open("/admin/process/activity-proposal").fill("note", "a picture");
		visitor.click("#main-form [type=submit]");
		StudioTests.ready(visitor);
		String draft = visitor.path();
		StudioTests.choose(visitor, "Finance review");
		picture(visitor, "studio");
		picture(visitor.open(draft + "/table?name=activity-route.dmn"), "studio-table");
		picture(visitor.open(draft + "/form?name=forms/task-finance-review.json"), "studio-form");
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
