package org.gongjian.activity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.gongjian.shared.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class NewsTable {

	private final JdbcClient jdbc;

	NewsTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Keeps what was published of an activity, with who reviewed it. */
	void insert(News news, Activity activity, List<String> reviewers) {
		this.jdbc.sql("""
				insert into activity_news (id, activity, case_number, headline, body, link, published_at, first_review,
				  second_review, final_review)
				values (:id, :activity, :case, :headline, :body, :link, :at, :first, :second, :third)
				""")
			.param("id", news.id())
			.param("activity", activity.id())
			.param("case", activity.caseNumber())
			.param("headline", news.headline())
			.param("body", news.body())
			.param("link", news.link())
			.param("at", Moments.stored(news.publishedAt()))
			.param("first", reviewers.get(0))
			.param("second", reviewers.get(1))
			.param("third", reviewers.get(2))
			.update();
	}

	Optional<News> find(UUID id) {
		return this.jdbc.sql("select * from activity_news where id = :id")
			.param("id", id)
			.query(NewsTable::map)
			.optional();
	}

	Optional<News> ofCase(String caseNumber) {
		return this.jdbc.sql("select * from activity_news where case_number = :case")
			.param("case", caseNumber)
			.query(NewsTable::map)
			.optional();
	}

	/** Keeps the photos published with news, in their order. */
	void photos(UUID news, List<UUID> photos) {
		for (int position = 0; position < photos.size(); position++) {
			this.jdbc.sql("insert into activity_news_photo (news, position, attachment) values (:news, :at, :photo)")
				.param("news", news)
				.param("at", position)
				.param("photo", photos.get(position))
				.update();
		}
	}

	/** The photos published with news, in their order. */
	List<UUID> photos(UUID news) {
		return this.jdbc.sql("select attachment from activity_news_photo where news = :news order by position")
			.param("news", news)
			.query(UUID.class)
			.list();
	}

	Optional<News> ofActivity(UUID activity) {
		return this.jdbc.sql("select * from activity_news where activity = :id")
			.param("id", activity)
			.query(NewsTable::map)
			.optional();
	}

	/** What was published until a moment, newest first, after a row. */
	List<News> page(Instant now, Instant before, UUID beforeId, int limit) {
		return this.jdbc.sql("""
				select * from activity_news
				where published_at <= :now and (published_at < :before or (published_at = :before and id > :id))
				order by published_at desc, id
				limit :limit
				""")
			.param("now", Moments.stored(now))
			.param("before", Moments.stored(before))
			.param("id", beforeId)
			.param("limit", limit)
			.query(NewsTable::map)
			.list();
	}

	private static News map(ResultSet row, int line) throws SQLException {
		return new News(row.getObject("id", UUID.class), row.getString("headline"), row.getString("body"),
				row.getString("link"), Moments.read(row, "published_at"));
	}

}
