package org.gongjian.demo;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.Time;

import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The clock for programs that walk through a case in minutes. */
@RestController
@Profile("demo")
@RequestMapping("/api/v1/demo/clock")
class ClockApiController {

	private final DemoClock clock;

	ClockApiController(DemoClock clock) {
		this.clock = clock;
	}

	@GetMapping
	Shown show() {
		return shown(this.clock.now());
	}

	@PostMapping
	Shown move(@RequestBody Wanted wanted, Actor actor) {
		try {
			return shown(this.clock.move(OffsetDateTime.parse(String.valueOf(wanted.now())).toInstant(), actor));
		}
		catch (DateTimeParseException ex) {
			throw new InvalidInput("now", "demo.clock.no-time");
		}
	}

	private static Shown shown(Instant now) {
		return new Shown(now.atZone(Time.OFFICE).toOffsetDateTime());
	}

	/** What somebody sends. */
	record Wanted(String now) {
	}

	/** What the clock shows. */
	record Shown(OffsetDateTime now) {
	}

}
