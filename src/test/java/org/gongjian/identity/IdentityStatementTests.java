package org.gongjian.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

import javax.sql.DataSource;

import org.gongjian.shared.GongjianProperties;
import org.gongjian.support.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("postgres")
@ParameterizedClass
@EnumSource(Database.class)
class IdentityStatementTests {

	private static final Instant NOW = Instant.parse("2026-12-01T01:00:00Z");

	@Parameter
	private Database database;

	private DataSource source;

	private JdbcClient jdbc;

	private AccountTable accounts;

	private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

	@BeforeEach
	void migrate() {
		this.source = this.database.migrated();
		this.jdbc = JdbcClient.create(this.source);
		this.accounts = new AccountTable(this.jdbc);
		this.accounts.insert("li.wei", "李伟 100%", UUID.randomUUID(), "{x}hash", NOW);
	}

	@Test
	void accounts() {
		assertThat(this.accounts.isEmpty()).isFalse();
		Account account = this.accounts.find("li.wei").orElseThrow();
		assertThat(account.createdAt()).isEqualTo(NOW);
		assertThat(this.accounts.ofPerson(account.personId())).isPresent();
		assertThat(this.accounts.search(Patterns.contains("李伟 100%"), "", 10)).hasSize(1);
		assertThat(this.accounts.search(Patterns.contains("_"), "", 10)).isEmpty();
		assertThat(this.accounts.search(Patterns.contains("lw"), "", 10)).as("by initials").hasSize(1);
		this.jdbc.sql("update account set initials = null").update();
		new AccountInitials(this.accounts).complete();
		assertThat(this.accounts.search(Patterns.contains("lw"), "", 10)).as("of before").hasSize(1);
		assertThat(this.accounts.search("%", "li.wei", 10)).isEmpty();
		this.accounts.language("li.wei", "zh-CN");
		this.accounts.zone("li.wei", null);
		this.accounts.rename("li.wei", "Li Wei");
		assertThat(this.accounts.enable("li.wei", false)).isTrue();
		assertThat(this.accounts.enable("li.wei", false)).isFalse();
		assertThat(this.accounts.find("li.wei").orElseThrow().displayName()).isEqualTo("Li Wei");
	}

	@Test
	void wrongPasswords() {
		Instant since = NOW.minus(Duration.ofHours(12));
		assertThat(this.accounts.failed("li.wei", NOW, since)).isEqualTo(1);
		assertThat(this.accounts.failed("li.wei", NOW, since)).isEqualTo(2);
		assertThat(this.accounts.failed("li.wei", NOW, NOW.plusSeconds(1))).isEqualTo(1);
		assertThat(this.accounts.failed("nobody", NOW, since)).isZero();
		this.accounts.lock("li.wei", NOW.plusSeconds(60));
		assertThat(this.accounts.credentials("li.wei").orElseThrow().lockedUntil()).isEqualTo(NOW.plusSeconds(60));
		assertThat(this.accounts.unlock("li.wei")).isTrue();
		this.accounts.loggedIn("li.wei", NOW);
		this.accounts.password("li.wei", null, NOW);
		assertThat(this.accounts.find("li.wei").orElseThrow().hasPassword()).isFalse();
	}

	@Test
	void journal() {
		JournalTable journal = new JournalTable(this.jdbc);
		for (int i = 0; i < 3; i++) {
			journal.insert(new Journal.Entry(0, NOW, "li.wei", "G02", "login.ok", "li.wei", "50% off_" + i, "::1"));
		}
		var first = journal.search(new JournalFilter("", "", "", null, null), Long.MAX_VALUE, 2);
		assertThat(first).hasSize(2);
		assertThat(journal.search(
				new JournalFilter("li.wei", "login", "50% OFF_0", LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 1)),
				first.get(1).id(), 10))
			.hasSize(1);
		assertThat(journal.search(new JournalFilter("", "", "%x%", null, null), Long.MAX_VALUE, 10)).isEmpty();
		assertThat(journal.search(new JournalFilter("", "", "", LocalDate.MIN, LocalDate.MAX), Long.MAX_VALUE, 10))
			.hasSize(3);
	}

	@Test
	void tokensLinksAndDevices() {
		TokenTable tokens = new TokenTable(this.jdbc);
		UUID id = UUID.randomUUID();
		tokens.insert(new Tokens.Token(id, "li.wei", "报表", NOW, null), "hash");
		tokens.used(id, NOW);
		assertThat(tokens.find("hash").orElseThrow().lastUsedAt()).isEqualTo(NOW);
		assertThat(tokens.revoke("other", id, NOW)).isFalse();
		assertThat(tokens.revoke("li.wei", id, NOW)).isTrue();
		assertThat(tokens.of("li.wei")).isEmpty();
		GongjianProperties properties = Binder.get(new MockEnvironment())
			.bindOrCreate("gongjian", GongjianProperties.class);
		SetupLinks links = new SetupLinks(this.jdbc, this.clock, properties,
				new HouseAddress(properties, new MockEnvironment()));
		String first = links.create(null).replaceAll(".*token=", "");
		assertThat(links.find(first).orElseThrow().isFirst()).isTrue();
		assertThat(links.use(first)).isTrue();
		assertThat(links.use(first)).isFalse();
		links.create("li.wei");
		links.revoke("li.wei");
		KnownDevices devices = new KnownDevices(this.jdbc, this.clock);
		devices.insert("hash", "li.wei");
		assertThat(devices.isKnown("hash", "li.wei")).isTrue();
		devices.forget("li.wei");
		assertThat(devices.isKnown("hash", "li.wei")).isFalse();
	}

	@Test
	void sessions() throws Exception {
		JdbcIndexedSessionRepository repository = new JdbcIndexedSessionRepository(new JdbcTemplate(this.source),
				new TransactionTemplate(new DataSourceTransactionManager(this.source)));
		SessionConfiguration configuration = new SessionConfiguration();
		configuration.attributesWrittenTwice(this.source).customize(repository);
		repository.setSessionIdGenerator(configuration.sessionIds());
		keepAndFind(new RestingSessions<>(repository));
	}

	private static <S extends Session> void keepAndFind(FindByIndexNameSessionRepository<S> repository) {
		S session = repository.createSession();
		session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, "li.wei");
		repository.save(session);
		S one = repository.findById(session.getId());
		S other = repository.findById(session.getId());
		one.setAttribute("same", "one");
		other.setAttribute("same", "other");
		repository.save(one);
		repository.save(other);
		assertThat((String) repository.findById(session.getId()).getAttribute("same")).isEqualTo("other");
		assertThat(repository.findByPrincipalName("li.wei")).containsOnlyKeys(session.getId());
		assertThat(session.getId()).hasSize(36);
		rest(repository, session.getId());
		repository.deleteById(session.getId());
		assertThat(repository.findById(session.getId())).isNull();
	}

	/** That a session is used is written once a minute. */
	private static <S extends Session> void rest(FindByIndexNameSessionRepository<S> repository, String id) {
		Instant used = repository.findById(id).getLastAccessedTime();
		assertThat(use(repository, id, used.plusSeconds(59))).isEqualTo(used);
		assertThat(use(repository, id, used.plusSeconds(60))).isEqualTo(used.plusSeconds(60));
	}

	private static <S extends Session> Instant use(FindByIndexNameSessionRepository<S> repository, String id,
			Instant at) {
		S session = repository.findById(id);
		session.setLastAccessedTime(at);
		repository.save(session);
		return repository.findById(id).getLastAccessedTime();
	}

}
