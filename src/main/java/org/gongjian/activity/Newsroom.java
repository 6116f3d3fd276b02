package org.gongjian.activity;

import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.gongjian.casefile.Attachments;
import org.gongjian.shared.RowCursor;
import org.gongjian.shared.Slice;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the public may read about activities: only what passed three reviews. */
@Service
@Transactional(readOnly = true)
public class Newsroom {

	private final NewsTable table;

	private final Attachments attachments;

	private final Clock clock;

	Newsroom(NewsTable table, Attachments attachments, Clock clock) {
		this.table = table;
		this.attachments = attachments;
		this.clock = clock;
	}

	/**
	 * A page, newest first.
	 * @param cursor of the page before, or {@code null}
	 */
	public Slice<News> page(String cursor, int limit) {
		RowCursor after = RowCursor.of(cursor);
		return Slice.cut(this.table.page(this.clock.instant(), after.at(), after.uuid(), limit + 1), limit,
				(last) -> new RowCursor(last.publishedAt(), last.id()).text());
	}

	/** One, once its moment has come. */
	public Optional<News> find(UUID id) {
		return this.table.find(id).filter((news) -> !news.publishedAt().isAfter(this.clock.instant()));
	}

	/** How many photos were published with it. */
	public int photos(News news) {
		return this.table.photos(news.id()).size();
	}

	/**
	 * A photo of news whose moment has come.
	 * @param position from 0
	 */
	public Optional<InputStream> photo(UUID news, int position) {
		List<UUID> photos = find(news).map((one) -> this.table.photos(one.id())).orElse(List.of());
		return (position < 0 || position >= photos.size()) ? Optional.empty()
				: this.attachments.find(List.of(photos.get(position))).stream().findFirst().map(this.attachments::open);
	}

}
