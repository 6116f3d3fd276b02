package org.gongjian.pairing;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far the items of the three lists are. */
@Repository
class ItemTable {

	private final JdbcClient jdbc;

	ItemTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<ListItem> find(UUID pairing, UUID id) {
		return this.jdbc.sql("select * from list_item where id = :id and pairing = :pairing and staged_case is null")
			.param("id", id)
			.param("pairing", pairing)
			.query(ListItemTable::map)
			.optional();
	}

	int version(UUID id) {
		return this.jdbc.sql("select version from list_item where id = :id")
			.param("id", id)
			.query(Integer.class)
			.single();
	}

	/**
	 * Moves an item on, unless somebody did; what is over no longer holds its venue or
	 * lecturer.
	 */
	boolean move(UUID id, int version, ListItem.Status to, String claimedBy) {
		return this.jdbc.sql("""
				update list_item
				set status = :to, claimed_by = coalesce(:by, claimed_by), version = version + 1,
				  reserved_key = case when :to in ('DONE', 'DROPPED') then null else reserved_key end
				where id = :id and version = :version
				""")
			.param("to", to.name())
			.param("by", claimedBy)
			.param("id", id)
			.param("version", version)
			.update() == 1;
	}

	void log(UUID item, ItemProgress progress, int sequence) {
		this.jdbc.sql("""
				insert into list_item_progress (id, item, status, note, changed_by, changed_at, sequence)
				values (:id, :item, :status, :note, :by, :at, :sequence)
				""")
			.param("id", UUID.randomUUID())
			.param("item", item)
			.param("status", progress.status().name())
			.param("note", progress.note())
			.param("by", progress.by())
			.param("at", PairingTable.time(progress.at()))
			.param("sequence", sequence)
			.update();
	}

	/** What became of an item, newest first. */
	List<ItemProgress> progress(UUID item) {
		return this.jdbc.sql("select * from list_item_progress where item = :item order by sequence desc")
			.param("item", item)
			.query((row, number) -> new ItemProgress(ListItem.Status.valueOf(row.getString("status")),
					row.getString("note"), row.getString("changed_by"),
					row.getObject("changed_at", OffsetDateTime.class).toInstant()))
			.list();
	}

	/** When the lists of a pairing were last worked on; empty if never. */
	Optional<Instant> refreshed(UUID pairing) {
		return this.jdbc.sql("""
				select max(p.changed_at) as at from list_item_progress p join list_item i on i.id = p.item
				where i.pairing = :pairing
				""")
			.param("pairing", pairing)
			.query((row, number) -> Optional.ofNullable(row.getObject("at", OffsetDateTime.class)))
			.single()
			.map(OffsetDateTime::toInstant);
	}

}
