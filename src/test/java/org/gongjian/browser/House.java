package org.gongjian.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import org.gongjian.Gongjian;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A house with demo data that listens on a port, and a browser to visit it with. */
final class House implements AutoCloseable {

	static final String PASSWORD = "correct horse battery staple";

	private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
			"--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");

	private static final List<String> INSTALLED = List.of("chromium", "chromium-browser", "google-chrome");

	private final ConfigurableApplicationContext server;

	private final Playwright playwright;

	private final Browser browser;

	private final List<Visitor> visitors = new ArrayList<>();

	private House(ConfigurableApplicationContext server, Playwright playwright, Browser browser) {
		this.server = server;
		this.playwright = playwright;
		this.browser = browser;
	}

	static House open() {
		Playwright playwright = Playwright.create(new Playwright.CreateOptions()
			.setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", hasChromium() ? "1" : "0")));
		BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setArgs(ARGUMENTS);
		chromium().findFirst().ifPresent(options::setExecutablePath);
		return new House(start(), playwright, playwright.chromium().launch(options));
	}

	private static ConfigurableApplicationContext start() {
		return new SpringApplicationBuilder(Gongjian.class).profiles("demo")
			.run("--server.port=0", "--gongjian.home=" + newHome(), "--gongjian.demo.password=" + PASSWORD,
					"--spring.datasource.url=jdbc:h2:mem:visited;DB_CLOSE_DELAY=-1;WRITE_DELAY=0;LOCK_TIMEOUT=10000");
	}

	private static Path newHome() {
		try {
			return Files.createTempDirectory("gongjian-browser");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static boolean hasChromium() {
		return chromium().findFirst().isPresent();
	}

	private static Stream<Path> chromium() {
		return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
			.flatMap((folder) -> INSTALLED.stream().map((name) -> Path.of(folder, name)))
			.filter(Files::isExecutable);
	}

	/** The address of the house, without a slash at the end. */
	String address() {
		return "http://localhost:" + this.server.getEnvironment().getProperty("local.server.port");
	}

	/** Something of the house itself. */
	<T> T bean(Class<T> type) {
		return this.server.getBean(type);
	}

	/** Somebody who has not signed in yet. */
	Visitor visitor(Locale language) {
		return visitor(language, true);
	}

	/** Somebody whose browser runs no scripts. */
	Visitor visitorWithoutScripts(Locale language) {
		return visitor(language, false);
	}

	/** Somebody with a phone. */
	Visitor visitorWithPhone(Locale language) {
		return visitor(language, true, Look.NARROW);
	}

	private Visitor visitor(Locale language, boolean scripts) {
		return visitor(language, scripts, Look.WIDE);
	}

	private Visitor visitor(Locale language, boolean scripts, int width) {
		Browser.NewContextOptions options = new Browser.NewContextOptions().setBaseURL(address())
			.setLocale(language.toLanguageTag())
			.setTimezoneId("Asia/Shanghai")
			.setJavaScriptEnabled(scripts)
			.setViewportSize(width, Look.HEIGHT);
		Visitor visitor = new Visitor(this.browser.newContext(options), scripts, width, bean(Clock.class));
		this.visitors.add(visitor);
		return visitor;
	}

	/** Closes the browsers of all visitors. */
	void everybodyLeaves(boolean failed) {
		try {
			if (failed) {
				this.visitors.forEach(Visitor::remember);
			}
			else {
				this.visitors.forEach(Visitor::nothingWentWrong);
			}
		}
		finally {
			this.visitors.forEach(Visitor::leave);
			this.visitors.clear();
		}
	}

	@Override
	public void close() {
		this.browser.close();
		this.playwright.close();
		this.server.close();
	}

}
