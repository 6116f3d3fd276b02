package org.gongjian.insight;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** When figures are counted anew and when what was counted is shown. */
class FiguresTests {

	private final Hand clock = new Hand();

	private final Slow source = new Slow();

	private final Queue<Runnable> behind = new ArrayDeque<>();

	private final Figures figures = new Figures(List.of(this.source), null, this.clock, this.behind::add);

	private final Scope zone = new Scope(null, List.of());

	@Test
	void quickFiguresAreAlwaysFresh() {
		this.figures.of(this.zone);
		this.figures.of(this.zone);
		assertThat(this.source.counted).isEqualTo(2);
	}

	@Test
	void slowFiguresAreShownAgainForAWhileWithTheirMoment() {
		this.source.takes = Figures.SLOW.plusMillis(1);
		Instant first = this.figures.of(this.zone).at();
		this.clock.now = this.clock.now.plusSeconds(30);
		assertThat(this.figures.of(this.zone).at()).isEqualTo(first);
		assertThat(this.source.counted).isOne();
		this.figures.of(new Scope("G01", List.of()));
		assertThat(this.source.counted).as("others have their own").isEqualTo(2);
		this.clock.now = first.plus(Kept.STALE);
		assertThat(this.figures.of(this.zone).at()).isAfter(first);
		assertThat(this.source.counted).isEqualTo(3);
	}

	@Test
	void whoeverAsksLaterGetsThemAtOnceAndTheyAreCountedBehind() {
		this.source.takes = Figures.SLOW.plusMillis(1);
		Instant first = this.figures.of(this.zone).at();
		this.clock.now = first.plus(Kept.KEPT);
		assertThat(this.figures.of(this.zone).at()).isEqualTo(first);
		assertThat(this.figures.of(this.zone).at()).isEqualTo(first);
		assertThat(this.behind).as("once, however many ask").hasSize(1);
		this.behind.remove().run();
		assertThat(this.figures.of(this.zone).at()).isEqualTo(first.plus(Kept.KEPT));
		assertThat(this.source.counted).isEqualTo(2);
	}

	@Test
	void aClockPutBackDoesNotKeepThemForever() {
		this.source.takes = Figures.SLOW.plusMillis(1);
		this.figures.of(this.zone);
		this.clock.now = this.clock.now.minus(Duration.ofDays(2));
		this.figures.of(this.zone);
		assertThat(this.source.counted).isEqualTo(2);
	}

	private final class Slow implements Part.Source {

		private Duration takes = Duration.ZERO;

		private int counted;

		@Override
		public int order() {
			return 1;
		}

		@Override
		public Part of(Scope scope) {
			this.counted++;
			FiguresTests.this.clock.now = FiguresTests.this.clock.now.plus(this.takes);
			return new Part("insight.pairs", List.of(), List.of());
		}

	}

	private static final class Hand extends Clock {

		private Instant now = Instant.parse("2026-12-01T02:00:00Z");

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

		@Override
		public Instant instant() {
			return this.now;
		}

	}

}
