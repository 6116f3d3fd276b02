package org.gongjian.demo;

import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.gongjian.identity.Accounts;
import org.gongjian.identity.DemoAccounts;
import org.gongjian.organisation.DemoPart;
import org.gongjian.organisation.DemoSource;
import org.gongjian.shared.GongjianProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Loads the demonstration once, part by part, each in its own transaction, and says on
 * the console where to go on and as whom.
 */
@Component
@Profile("demo")
@Order(Ordered.HIGHEST_PRECEDENCE)
class DemoData implements ApplicationRunner {

	private static final Logger logger = LoggerFactory.getLogger(DemoData.class);

	// without letters and digits that look alike
	private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";

	private final List<DemoPart> parts;

	private final DemoTable table;

	private final Accounts accounts;

	private final DemoAccounts passwords;

	private final GongjianProperties properties;

	private final JsonMapper mapper;

	private final TransactionTemplate transaction;

	private final Environment environment;

	private final Clock clock;

	private String madeUp;

	DemoData(List<DemoPart> parts, DemoTable table, Accounts accounts, DemoAccounts passwords,
			GongjianProperties properties, JsonMapper mapper, PlatformTransactionManager transactions,
			Environment environment, Clock clock) {
		this.parts = parts.stream().sorted(Comparator.comparingInt(DemoPart::order)).toList();
		this.table = table;
		this.accounts = accounts;
		this.passwords = passwords;
		this.properties = properties;
		this.mapper = mapper;
		this.transaction = new TransactionTemplate(transactions);
		this.environment = environment;
		this.clock = clock;
	}

	@Override
	public void run(ApplicationArguments arguments) throws IOException {
		if (this.table.nothingLoaded() && !this.accounts.isEmpty()) {
			throw new IllegalStateException("This database has accounts of its own. The demo profile is for an empty"
					+ " one: start without --spring.profiles.active=demo, or choose another gongjian.home.");
		}
		DemoSource source = new DemoSource(data());
		for (DemoPart part : this.parts) {
			String name = part.getClass().getName();
			this.transaction.executeWithoutResult((status) -> {
				if (!this.table.loaded(name)) {
					part.load(source);
					this.table.insert(name, this.clock.instant());
				}
			});
		}
		this.transaction.executeWithoutResult((status) -> givePassword(usernames(source)));
	}

	private void givePassword(List<String> usernames) {
		String wanted = this.properties.demo().password();
		String given = this.table.passwordHash();
		if (wanted.isEmpty() && given == null) {
			this.madeUp = makeUp();
			wanted = this.madeUp;
		}
		if (!wanted.isEmpty() && (given == null || !this.passwords.matches(wanted, given))) {
			this.table.passwordHash(this.passwords.give(usernames, wanted));
		}
	}

	private static String makeUp() {
		SecureRandom random = new SecureRandom();
		StringBuilder password = new StringBuilder();
		for (int sign = 0; sign < 15; sign++) {
			password.append((sign % 5 == 4 && sign < 14) ? '-' : SIGNS.charAt(random.nextInt(SIGNS.length())));
		}
		return password.toString();
	}

	private JsonNode data() throws IOException {
		try (InputStream in = new ClassPathResource("demo/demo-data.json").getInputStream()) {
			return this.mapper.readTree(in);
		}
	}

	private static List<String> usernames(DemoSource source) {
		List<String> usernames = new ArrayList<>();
		source.data()
			.get("fictional")
			.get("accounts")
			.forEach((node) -> usernames.add(node.get("username").asString()));
		return usernames;
	}

	@EventListener(ApplicationReadyEvent.class)
	@Order(Ordered.LOWEST_PRECEDENCE)
	void greet() throws IOException {
		StringBuilder text = new StringBuilder("\n\n  共建 Gongjian, demo data 演示数据\n  Open 打开   ").append(address())
			.append("\n  Password 密码   ")
			.append(password())
			.append("\n\n");
		for (JsonNode node : data().get("fictional").get("accounts")) {
			text.append("  %-16s %-14s %-4s %s%n".formatted(node.get("username").asString(),
					node.get("role").asString(), node.get("org").asString(), node.get("display").asString()));
		}
		logger.info("{}", text);
	}

	private String password() {
		if (this.madeUp != null) {
			return this.madeUp + "   (for all accounts; shown only this once 所有账号通用，仅显示一次)";
		}
		return this.properties.demo().password().isEmpty()
				? "as printed at the first start; set gongjian.demo.password to reset 见首次启动时的输出，可用 gongjian.demo.password 重设"
				: "the one in gongjian.demo.password 见 gongjian.demo.password";
	}

	private String address() {
		String address = this.properties.publicUrl();
		return address.isEmpty() ? "http://localhost:" + this.environment.getProperty("local.server.port", "8080")
				: address;
	}

}
