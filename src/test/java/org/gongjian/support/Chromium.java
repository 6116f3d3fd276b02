package org.gongjian.support;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The browser of the tests: the machine's Chromium where it is, else Playwright's own.
 */
public final class Chromium implements AutoCloseable {

	private static final List<String> QUIET = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
			"--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");

	/** The shell has no window to paint: the same engine for two thirds of the work. */
	private static final List<String> INSTALLED = List.of("chromium-headless-shell", "chromium", "chromium-browser",
			"google-chrome");

	private final Playwright playwright = Playwright.create(new Playwright.CreateOptions()
		.setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", installed().isPresent() ? "1" : "0")));

	private final Browser browser = this.playwright.chromium().launch(options());

	/** A person's window: size, language and taste. */
	public record Window(int width, int height, String locale, boolean dark, boolean scripts) {

		/** A wide window in English. */
		public static Window desk() {
			return new Window(1440, 1000, "en", false, true);
		}

		/** A phone. */
		public static Window phone() {
			return new Window(390, 844, "en", false, true);
		}

		/** The same in another language. */
		public Window in(String language) {
			return new Window(this.width, this.height, language, this.dark, this.scripts);
		}

		/** The same in the dark. */
		public Window atNight() {
			return new Window(this.width, this.height, this.locale, true, this.scripts);
		}

		/** The same without JavaScript. */
		public Window withoutScripts() {
			return new Window(this.width, this.height, this.locale, this.dark, false);
		}

	}

	/** Opens a window with nobody signed in. */
	public Page open(Window window, String address) {
		BrowserContext context = this.browser.newContext(new Browser.NewContextOptions().setBaseURL(address)
			.setViewportSize(window.width(), window.height())
			.setLocale(window.locale())
			.setJavaScriptEnabled(window.scripts())
			.setColorScheme(window.dark() ? ColorScheme.DARK : ColorScheme.LIGHT));
		return context.newPage();
	}

	/** Signs somebody in on the login page. */
	public static void signIn(Page page, String username, String password) {
		page.navigate("/login");
		page.fill("#username", username);
		page.fill("#password", password);
		page.click("main button[type=submit]");
	}

	/**
	 * Expects no violation of axe's rules, no horizontal scrolling, and keeps a picture.
	 */
	public static void inspect(Page page, String name) {
		picture(page, name);
		assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).as("%s fits", name)
			.isEqualTo(true);
		assertThat(Axe.violations(page)).as("axe on %s", name).isEmpty();
	}

	/** Keeps a picture of a page below {@code target/screenshots}. */
	public static void picture(Page page, String name) {
		page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
			.setPath(Path.of("target", "screenshots", name + ".png")));
	}

	private static BrowserType.LaunchOptions options() {
		BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setArgs(QUIET);
		installed().ifPresent(options::setExecutablePath);
		return options;
	}

	private static Optional<Path> installed() {
		List<String> folders = List.of(System.getenv().getOrDefault("PATH", "").split(":"));
		return INSTALLED.stream()
			.flatMap((name) -> folders.stream().map((folder) -> Path.of(folder, name)))
			.filter(Files::isExecutable)
			.findFirst();
	}

	/** The browser itself, for windows of one's own making. */
	public Browser browser() {
		return this.browser;
	}

	@Override
	public void close() {
		this.browser.close();
		this.playwright.close();
	}

}
