package org.gongjian.support;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.gongjian.identity.ActorSource;
import org.gongjian.shared.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/** Lets tests give roles to accounts without persons; the others are known as always. */
@TestComponent
@Primary
public class TestActors implements ActorSource {

	private final ObjectProvider<ActorSource> sources;

	private final Map<String, Set<String>> given = new ConcurrentHashMap<>();

	TestActors(ObjectProvider<ActorSource> sources) {
		this.sources = sources;
	}

	/** Gives roles to an account, in addition to those it has. */
	public void give(String username, String... roles) {
		this.given.put(username, Set.of(roles));
	}

	@Override
	public Actor actor(String username) {
		Actor known = this.sources.stream()
			.filter((source) -> source != this)
			.findFirst()
			.map((source) -> source.actor(username))
			.orElseGet(() -> new Actor(username, username, Set.of(), Set.of(), Set.of(), false));
		Set<String> extra = this.given.getOrDefault(username, Set.of());
		return new Actor(username, known.name(), known.nameEn(), union(known.roles(), extra),
				union(known.groups(), extra), known.organisations(), known.zoneWide());
	}

	private static Set<String> union(Set<String> some, Set<String> others) {
		Set<String> all = new HashSet<>(some);
		all.addAll(others);
		return all;
	}

}
