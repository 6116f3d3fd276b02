package org.gongjian.activity;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.gongjian.identity.ActorSource;
import org.gongjian.shared.Actor;
import org.gongjian.shared.NotFound;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * A person's calendar for other programs, without login: whoever has the address may read
 * what its owner sees today.
 */
@Controller
class FeedController {

	private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

	private static final Duration YEAR = Duration.ofDays(366);

	private static final int MOST = 1_000;

	private final Feeds feeds;

	private final Activities activities;

	private final ActorSource actors;

	private final Clock clock;

	FeedController(Feeds feeds, Activities activities, ActorSource actors, Clock clock) {
		this.feeds = feeds;
		this.activities = activities;
		this.actors = actors;
		this.clock = clock;
	}

	@GetMapping("/feeds/{token}.ics")
	ResponseEntity<byte[]> feed(@PathVariable String token) {
		Actor actor = this.feeds.username(token).map(this.actors::actor).orElseThrow(() -> new NotFound("feed"));
		Instant now = this.clock.instant();
		List<ActivityRow> rows = actor.roles().isEmpty() ? List.of()
				: this.activities.between(actor, ActivityFilter.ALL, now.minus(YEAR), now.plus(YEAR), MOST);
		String house = ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
		return ResponseEntity.ok()
			.contentType(CALENDAR)
			.cacheControl(CacheControl.noStore())
			.body(Ics.of(rows, now, house).getBytes(StandardCharsets.UTF_8));
	}

}
