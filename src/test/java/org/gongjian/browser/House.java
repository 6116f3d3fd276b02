package org.gongjian.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.microsoft.playwright.Browser;
import org.gongjian.Gongjian;
import org.gongjian.support.Chromium;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A house with demo data that listens on a port, and a browser to visit it with. */
final class House implements AutoCloseable {

	static final String PASSWORD = "correct horse battery staple";

	private final ConfigurableApplicationContext server;

	private final Chromium chromium;

	private final List<Visitor> visitors = new ArrayList<>();

	private House(ConfigurableApplicationContext server, Chromium chromium) {
		this.server = server;
		this.chromium = chromium;
	}

	static House open() {
		return new House(start(), new Chromium());
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
		Visitor visitor = new Visitor(this.chromium.browser().newContext(options), scripts, width, bean(Clock.class));
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
		this.chromium.close();
		this.server.close();
	}

}
