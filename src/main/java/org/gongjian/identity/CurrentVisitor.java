package org.gongjian.identity;

import org.gongjian.shared.ReadOnce;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.gongjian.shared.Actor;
import org.gongjian.shared.GongjianProperties;
import org.gongjian.web.Visitor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Who is behind the current request, with rights never older than the two seconds they
 * may be remembered.
 */
@Component
class CurrentVisitor implements Visitor {

	private final AccountTable accounts;

	private final ObjectProvider<ActorSource> source;

	private final Cache<String, Known> known;

	CurrentVisitor(AccountTable accounts, ObjectProvider<ActorSource> source, GongjianProperties properties) {
		this.accounts = accounts;
		this.source = source;
		this.known = Caffeine.newBuilder()
			.maximumSize(10_000)
			.expireAfterWrite(properties.session().rightsCache())
			.build();
	}

	private record Known(Account account, Actor actor) {
	}

	@Override
	public Optional<Actor> actor() {
		return known().map(Known::actor);
	}

	@Override
	public Optional<Locale> language() {
		return known().map((known) -> known.account().language());
	}

	@Override
	public Optional<ZoneId> zone() {
		return known().map((known) -> known.account().zone());
	}

	@Override
	public boolean shortcuts() {
		return known().map((known) -> known.account().shortcuts()).orElse(false);
	}

	@Override
	public void remember(Locale language) {
		username().ifPresent((username) -> {
			this.accounts.language(username, language.toLanguageTag());
			forget(username);
		});
	}

	/** The person behind an account that need not be signed in. */
	Optional<Actor> actor(String username) {
		return find(username).map(Known::actor);
	}

	/** Whether an account may be used at this moment. */
	boolean mayEnter(String username) {
		return ReadOnce.of(CurrentVisitor.class, username, () -> find(username))
			.filter((known) -> known.account().enabled())
			.isPresent();
	}

	/** Looks afresh the next time, because something changed. */
	void forget(String username) {
		this.known.invalidate(username);
		ReadOnce.forget(CurrentVisitor.class, username);
	}

	static Optional<String> username() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		boolean signedIn = authentication != null && authentication.isAuthenticated()
				&& !(authentication instanceof AnonymousAuthenticationToken);
		return signedIn ? Optional.of(authentication.getName()) : Optional.empty();
	}

	private Optional<Known> known() {
		return username().flatMap((username) -> ReadOnce.of(CurrentVisitor.class, username, () -> find(username)));
	}

	private Optional<Known> find(String username) {
		Known known = this.known.getIfPresent(username);
		if (known != null) {
			return Optional.of(known);
		}
		Optional<Known> found = this.accounts.find(username).map((account) -> new Known(account, actor(account)));
		found.ifPresent((fresh) -> this.known.put(username, fresh));
		return found;
	}

	private Actor actor(Account account) {
		ActorSource rights = this.source.getIfAvailable();
		return (rights != null) ? rights.actor(account.username())
				: new Actor(account.username(), account.displayName(), Set.of(), Set.of(), Set.of(), false);
	}

}
