package org.gongjian.demo;

import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;

import org.gongjian.identity.Accounts;
import org.gongjian.organisation.DemoPart;
import org.gongjian.organisation.DemoSource;
import org.gongjian.shared.GongjianProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Loads the demo data at the first start, each part once and whole, before anybody can
 * open a page: what a visitor did meanwhile could stand in its way. Once pages open, says
 * how to sign in.
 */
@Component
@Profile("demo")
@Order(Ordered.HIGHEST_PRECEDENCE)
class DemoData implements SmartLifecycle, ApplicationRunner {

	private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

	private final List<DemoPart> parts;

	private final JdbcClient jdbc;

	private final Accounts accounts;

	private final PasswordEncoder encoder;

	private final GongjianProperties properties;

	private final DemoConsole console;

	private final Clock clock;

	private final TransactionTemplate transaction;

	private String password;

	private boolean running;

	DemoData(ObjectProvider<DemoPart> parts, JdbcClient jdbc, Accounts accounts, PasswordEncoder encoder,
			GongjianProperties properties, DemoConsole console, Clock clock, PlatformTransactionManager transactions) {
		this.parts = parts.stream().sorted(Comparator.comparingInt(DemoPart::order)).toList();
		this.jdbc = jdbc;
		this.accounts = accounts;
		this.encoder = encoder;
		this.properties = properties;
		this.console = console;
		this.clock = clock;
		this.transaction = new TransactionTemplate(transactions);
	}

	@Override
	public int getPhase() {
		return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
	}

	@Override
	public void start() {
		JsonNode data = read();
		boolean first = loaded().isEmpty();
		if (first && !this.accounts.isEmpty()) {
			throw new IllegalStateException("This database has accounts of its own, and the demo profile is for an"
					+ " empty one: start without it, or choose another gongjian.home.");
		}
		String chosen = this.properties.demo().password();
		this.password = (chosen == null || chosen.isBlank()) ? (first ? madeUp() : null) : chosen;
		String hash = (this.password == null) ? null : this.encoder.encode(this.password);
		var source = new DemoSource(data, hash);
		this.parts.forEach((part) -> this.transaction.executeWithoutResult((status) -> load(part, source)));
		if (!first && hash != null) {
			usernames(data).forEach((username) -> this.accounts.demo(username, username, null, hash));
		}
		this.running = true;
	}

	@Override
	public void stop() {
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		this.console.welcome(read(), this.password);
		this.password = null;
	}

	private void load(DemoPart part, DemoSource source) {
		String name = part.getClass().getSimpleName();
		if (!loaded().contains(name)) {
			this.jdbc.sql("insert into demo_part (name, loaded_at) values (:name, :at)")
				.param("name", name)
				.param("at", OffsetDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC))
				.update();
			part.load(source);
		}
	}

	private List<String> loaded() {
		return this.jdbc.sql("select name from demo_part").query(String.class).list();
	}

	private static List<String> usernames(JsonNode data) {
		var names = new java.util.ArrayList<String>();
		data.get("fictional").get("accounts").forEach((node) -> names.add(node.get("username").asString()));
		return names;
	}

	private static String madeUp() {
		var random = new SecureRandom();
		var password = new StringBuilder();
		for (int letter = 0; letter < 16; letter++) {
			password.append((letter > 0 && letter % 4 == 0) ? "-" : "").append(LETTERS.charAt(random.nextInt(31)));
		}
		return password.toString();
	}

	private static JsonNode read() {
		try (InputStream file = new ClassPathResource("demo/demo-data.json").getInputStream()) {
			return JsonMapper.builder().build().readTree(file);
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

}
