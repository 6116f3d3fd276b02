package org.gongjian.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.gongjian.shared.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code webhook}. */
@Repository
class WebhookTable {

	private final JdbcClient jdbc;

	WebhookTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(Webhook webhook) {
		this.jdbc.sql("""
				insert into webhook (id, name, url, secret, events, active, created_by, created_at, version)
				values (:id, :name, :url, :secret, :events, :active, :by, :at, 0)
				""")
			.param("id", webhook.id())
			.param("name", webhook.name())
			.param("url", webhook.url())
			.param("secret", webhook.secret())
			.param("events", String.join(",", webhook.events()))
			.param("active", webhook.active())
			.param("by", webhook.createdBy())
			.param("at", Moments.stored(webhook.createdAt()))
			.update();
	}

	boolean update(Webhook webhook) {
		return this.jdbc.sql("""
				update webhook set name = :name, url = :url, events = :events, active = :active, version = version + 1
				where id = :id and version = :version
				""")
			.param("name", webhook.name())
			.param("url", webhook.url())
			.param("events", String.join(",", webhook.events()))
			.param("active", webhook.active())
			.param("id", webhook.id())
			.param("version", webhook.version())
			.update() == 1;
	}

	List<Webhook> all() {
		return this.jdbc.sql("select * from webhook order by name, id").query(WebhookTable::map).list();
	}

	Optional<Webhook> find(UUID id) {
		return this.jdbc.sql("select * from webhook where id = :id")
			.param("id", id)
			.query(WebhookTable::map)
			.optional();
	}

	private static Webhook map(ResultSet row, int number) throws SQLException {
		return new Webhook(row.getObject("id", UUID.class), row.getString("name"), row.getString("url"),
				row.getString("secret"), Set.of(row.getString("events").split(",")), row.getBoolean("active"),
				row.getString("created_by"), Moments.read(row, "created_at"), row.getInt("version"));
	}

}
