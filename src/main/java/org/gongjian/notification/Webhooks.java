package org.gongjian.notification;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.gongjian.identity.Journal;
import org.gongjian.shared.Actor;
import org.gongjian.shared.GongjianProperties;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Overtaken;
import org.gongjian.shared.Violation;
import org.gongjian.shared.Written;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The other programs that are told what happens. Every change is in the journal. */
@Service
@Transactional
class Webhooks {

	/** What one can be told of. */
	static final List<String> EVENTS = List.of("case.opened", "case.closed", "task.opened", "task.decided",
			"case.returned");

	private static final int MOST = 50;

	private final WebhookTable table;

	private final Journal journal;

	private final boolean inside;

	private final Clock clock;

	private final SecureRandom random = new SecureRandom();

	/**
	 * Asked at every line of every log; another node's change counts within this time.
	 */
	private final Cache<String, List<Webhook>> told = Caffeine.newBuilder()
		.expireAfterWrite(Duration.ofSeconds(10))
		.build();

	Webhooks(WebhookTable table, Journal journal, GongjianProperties properties, Clock clock) {
		this.table = table;
		this.journal = journal;
		this.inside = properties.outbox().webhooksInside();
		this.clock = clock;
	}

	@Transactional(readOnly = true)
	List<Webhook> all() {
		return this.table.all();
	}

	/** Those who are told of an event. */
	@Transactional(readOnly = true)
	List<Webhook> toldOf(String event) {
		return this.told.get("", (key) -> this.table.all())
			.stream()
			.filter((webhook) -> webhook.active() && webhook.events().contains(event))
			.toList();
	}

	@Transactional(readOnly = true)
	Webhook get(UUID id) {
		return this.table.find(id).orElseThrow(() -> new NotFound("webhook " + id));
	}

	/**
	 * Makes or changes one.
	 * @param id which, or {@code null} to make one
	 * @throws InvalidInput if something of it is not acceptable
	 * @throws Overtaken if somebody changed it meanwhile
	 */
	Webhook save(Actor actor, UUID id, WebhookForm form) {
		check(form);
		AfterCommit.run(this.told::invalidateAll);
		if (id == null) {
			if (this.table.all().size() >= MOST) {
				throw new InvalidInput("name", "notification.violation.webhooks", MOST);
			}
			Webhook made = new Webhook(UUID.randomUUID(), form.name().strip(), form.url().strip(), secret(),
					Set.copyOf(form.events()), form.active(), actor.username(), this.clock.instant(), 0);
			this.table.insert(made);
			this.journal.record("webhook.created", made.name(), made.url());
			return made;
		}
		Webhook known = get(id);
		Webhook changed = new Webhook(id, form.name().strip(), form.url().strip(), known.secret(),
				Set.copyOf(form.events()), form.active(), known.createdBy(), known.createdAt(), form.version());
		if (!this.table.update(changed)) {
			throw new Overtaken("notification.webhook.changed");
		}
		this.journal.record("webhook.changed", changed.name(),
				changed.url() + (changed.active() ? " active" : " inactive"));
		return changed;
	}

	private void check(WebhookForm form) {
		List<Violation> wrong = new ArrayList<>();
		Written.line(form.name()).between("name", 1, 100, "notification.violation.name", wrong);
		if (!isAddress(form.url().strip())) {
			wrong.add(Violation.of("url",
					this.inside ? "notification.violation.url" : "notification.violation.url-https"));
		}
		if (form.events().isEmpty() || !EVENTS.containsAll(form.events())) {
			wrong.add(Violation.of("events", "notification.violation.events"));
		}
		if (!wrong.isEmpty()) {
			throw new InvalidInput(wrong);
		}
	}

	private boolean isAddress(String url) {
		try {
			URI uri = URI.create(url);
			boolean safe = "https".equals(uri.getScheme()) || (this.inside && "http".equals(uri.getScheme()));
			return safe && url.length() <= 500 && uri.getHost() != null && uri.getUserInfo() == null;
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	/** A key as Standard Webhooks writes it. */
	private String secret() {
		byte[] bytes = new byte[32];
		this.random.nextBytes(bytes);
		return Signature.PREFIX + Base64.getEncoder().encodeToString(bytes);
	}

}
