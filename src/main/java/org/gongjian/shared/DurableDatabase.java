package org.gongjian.shared;

import java.util.Locale;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Refuses to start on an H2 database that may forget what was decided: without
 * {@code WRITE_DELAY=0} H2 answers before the disk has the data.
 */
class DurableDatabase implements EnvironmentPostProcessor, Ordered {

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		String url = environment.getProperty("spring.datasource.url", "");
		if (!isDurable(url)) {
			throw new Forgetful(url);
		}
	}

	static boolean isDurable(String url) {
		String settings = url.toUpperCase(Locale.ROOT).replace(" ", "") + ";";
		if (!settings.startsWith("JDBC:H2:")) {
			return true;
		}
		// INIT runs SQL when a connection opens, which may set the delay anew
		boolean set = settings.contains(";WRITE_DELAY=0;");
		return set && !settings.replace(";WRITE_DELAY=0;", ";").contains("WRITE_DELAY");
	}

	/** The database may lose decisions. */
	static final class Forgetful extends RuntimeException {

		private final String url;

		Forgetful(String url) {
			super("spring.datasource.url lacks WRITE_DELAY=0");
			this.url = url;
		}

	}

	/** Says what to do instead of printing a stack trace. */
	static final class Advice extends AbstractFailureAnalyzer<Forgetful> {

		@Override
		protected FailureAnalysis analyze(Throwable root, Forgetful cause) {
			return new FailureAnalysis(
					"The H2 database at " + cause.url.replaceAll("(?i)password=[^;]*", "PASSWORD=…")
							+ " would lose decisions when the machine stops: its URL lacks WRITE_DELAY=0.",
					"Add ;WRITE_DELAY=0 to spring.datasource.url, or use PostgreSQL.", cause);
		}

	}

}
