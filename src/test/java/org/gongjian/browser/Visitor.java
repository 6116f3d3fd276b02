package org.gongjian.browser;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.gongjian.shared.Time;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody with a browser. Looks at every page that opens, and minds what the browser
 * complains about.
 */
final class Visitor {

	private final BrowserContext context;

	private final Page page;

	private final boolean scripts;

	private final int width;

	private final Clock clock;

	private final Map<String, List<Cookie>> signedIn = new HashMap<>();

	private final List<String> complaints = new ArrayList<>();

	private boolean expectsRefusal;

	Visitor(BrowserContext context, boolean scripts, int width, Clock clock) {
		this.context = context;
		this.scripts = scripts;
		this.width = width;
		this.clock = clock;
		this.page = context.newPage();
		this.page.setDefaultTimeout(30_000);
		this.page.onConsoleMessage(this::console);
		this.page.onPageError((error) -> this.complaints.add(this.page.url() + " script: " + error));
		this.page.onRequestFailed(this::failed);
		this.page.onResponse(this::answered);
	}

	private void console(ConsoleMessage message) {
		boolean problem = message.type().equals("error") || message.type().equals("warning");
		if (problem && !message.text().startsWith("Failed to load resource")) {
			this.complaints.add(this.page.url() + " console: " + message.text());
		}
	}

	private void failed(Request request) {
		if (!"net::ERR_ABORTED".equals(request.failure())) {
			this.complaints.add(request.url() + " " + request.failure());
		}
	}

	private void answered(Response response) {
		if (response.status() >= 400 && !this.expectsRefusal) {
			this.complaints.add(response.request().method() + " " + response.url() + " answered " + response.status());
		}
	}

	/** The page, for what has no word of its own here. */
	Page page() {
		return this.page;
	}

	/** The same by day or by night. */
	Visitor in(ColorScheme theme) {
		this.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
		return this;
	}

	/** Goes to an address of the house. */
	Visitor open(String path) {
		this.page.navigate(path);
		return look();
	}

	/**
	 * Goes on as somebody of the demo data: signs in the first time, comes back to an own
	 * session later.
	 */
	Visitor signIn(String username) {
		this.page.navigate("about:blank"); // what the page before asked for itself sets
											// cookies too
		this.context.clearCookies();
		List<Cookie> before = this.signedIn.get(username);
		if (before != null) {
			this.context.addCookies(before);
			this.page.navigate("/");
			return this;
		}
		this.page.navigate("/login");
		this.page.fill("[name=username]", username);
		this.page.fill("[name=password]", House.PASSWORD);
		this.page.press("[name=password]", "Enter");
		this.page.waitForURL((address) -> !address.contains("/login"));
		this.signedIn.put(username, this.context.cookies());
		return look();
	}

	/** Whether the pages speak Chinese to this visitor. */
	boolean speaksChinese() {
		return this.page.locator("html").getAttribute("lang").startsWith("zh");
	}

	/** Today, where the house stands. */
	String today() {
		return day(0);
	}

	/** A day from today on, where the house stands. */
	String day(int days) {
		return LocalDate.ofInstant(this.clock.instant(), Time.OFFICE).plusDays(days).toString();
	}

	/** Looks at the page: accessible, not too wide. What is wrong is told at the end. */
	Visitor look() {
		this.page.waitForLoadState();
		this.complaints.addAll(Look.at(this.page, this.scripts, this.width));
		return this;
	}

	/** What comes next is refused, and that is right. */
	Visitor refused(Runnable attempt) {
		this.expectsRefusal = true;
		attempt.run();
		this.page.waitForLoadState();
		this.expectsRefusal = false;
		return look();
	}

	/** Opens the first task of a case from the list of what is to do. */
	Visitor openTask(String text) {
		this.page.navigate("/inbox");
		this.page.locator("main li", new Page.LocatorOptions().setHasText(text))
			.locator("a[href^='/tasks/']")
			.first()
			.click();
		return look();
	}

	/** Types, chooses, ticks or looks up, whatever the control is. */
	Visitor fill(String name, String value) {
		Locator lookUp = this.page.locator("[name='_q.%s']".formatted(name));
		if (lookUp.count() > 0) {
			return lookUp(name, value, lookUp);
		}
		Locator control = named(name);
		String type = (String) control.first().evaluate("e => e.localName + ':' + e.type");
		switch (type) {
			case "select:select-one" -> control.first().selectOption(value);
			case "input:radio" -> this.page.check("[name='%s'][value='%s']".formatted(name, value));
			case "input:checkbox" -> tick(name, value);
			default -> control.first().fill(value);
		}
		return this;
	}

	private Visitor lookUp(String name, String code, Locator words) {
		words.fill(code);
		if (!this.scripts) {
			press("search:" + name);
		}
		this.page.check("[name='%s'][value='%s']".formatted(name, code));
		return this;
	}

	private void tick(String name, String value) {
		if (value.equals("true") || value.equals("false")) {
			named(name).first().setChecked(value.equals("true"));
		}
		else {
			this.page.check("[name='%s'][value='%s']".formatted(name, value));
		}
	}

	/** Chooses from a list what has this text in its label. */
	Visitor choose(String name, String text) {
		Locator option = named(name).locator("option", new Locator.LocatorOptions().setHasText(text)).first();
		option.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
		named(name).first().selectOption(option.getAttribute("value"));
		return this;
	}

	/** Chooses the first of a list that is not empty. */
	Visitor chooseFirst(String name) {
		if (!this.scripts && named(name).locator("option").count() < 2) {
			press("search:" + name);
		}
		Locator option = named(name).locator("option:not([value=''])").first();
		option.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
		named(name).first().selectOption(option.getAttribute("value"));
		return this;
	}

	/** Adds a file. */
	Visitor upload(String name, FilePayload file) {
		named("_upload." + name).first().setInputFiles(file);
		return this;
	}

	/** Presses a button of a form by what it asks for. */
	Visitor press(String action) {
		this.page.locator("button[name=_action][value='%s']".formatted(action)).first().click();
		return look();
	}

	/** Clicks, and looks at the page that opens. */
	Visitor click(String selector) {
		this.page.locator(selector).first().click();
		return look();
	}

	/** Where the links lead that can be opened as pages of the house. */
	List<String> links(String selector) {
		return Links.on(this.page, selector);
	}

	/** The path of the page. */
	String path() {
		return URI.create(this.page.url()).getPath();
	}

	/** Decides and sends. */
	Visitor decide(String decision) {
		if (decision != null) {
			fill("_decision", decision);
		}
		if (named("_coiDeclared").count() > 0) {
			fill("_coiDeclared", "true");
		}
		String task = path();
		press("submit");
		assertThat(path()).as(text(".error-summary")).isNotEqualTo(task);
		return this;
	}

	/** The text of the first such element, or nothing. */
	String text(String selector) {
		Locator found = this.page.locator(selector);
		return (found.count() == 0) ? "" : found.first().innerText();
	}

	/** Whether a part of the page can be seen. */
	boolean sees(String text) {
		return this.page.getByText(text).first().isVisible();
	}

	private Locator named(String name) {
		return this.page.locator("[name='%s']:not([type=hidden])".formatted(name));
	}

	/** Keeps a picture of what was to be seen when a test failed. */
	void remember() {
		Path folder = Path.of("target", "browser-failures");
		Page.ScreenshotOptions picture = new Page.ScreenshotOptions().setFullPage(true);
		this.page.screenshot(picture.setPath(folder.resolve(System.nanoTime() + ".png")));
		System.err.println(this.page.url() + "\n" + String.join("\n", this.complaints));
	}

	void nothingWentWrong() {
		assertThat(this.complaints.stream().distinct()).isEmpty();
	}

	void leave() {
		this.context.close();
	}

}
