package org.gongjian.activity;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import org.gongjian.shared.Slice;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the public may read about activities: only what passed three reviews. */
@Service
@Transactional(readOnly = true)
public class Newsroom {

	private final NewsTable table;

	private final Clock clock;

	Newsroom(NewsTable table, Clock clock) {
		this.table = table;
		this.clock = clock;
	}

	/**
	 * A page, newest first.
	 * @param cursor of the page before, or {@code null}
	 */
	public Slice<News> page(String cursor, int limit) {
		Cursor after = Cursor.of(cursor);
		return Slice.cut(this.table.page(this.clock.instant(), after.at(), after.id(), limit + 1), limit,
				(last) -> new Cursor(last.publishedAt(), last.id()).toString());
	}

	/** One, once its moment has come. */
	public Optional<News> find(UUID id) {
		return this.table.find(id).filter((news) -> !news.publishedAt().isAfter(this.clock.instant()));
	}

}
