package org.gongjian.pairing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ListItemTable {

	private final JdbcClient jdbc;

	ListItemTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(ListItem item) {
		insert(item, null);
	}

	/**
	 * Writes a row.
	 * @param stagedCase the case it waits for before it is in force, or {@code null}
	 */
	void insert(ListItem item, String stagedCase) {
		this.jdbc
			.sql("""
					insert into list_item (id, pairing, kind, row_no, side, owner_org, category, content, detail, quantity,
					  available_from, available_to, due_on, priority, linked_row, reserved_key, status, staged_case)
					values (:id, :pairing, :kind, :row, :side, :owner, :category, :content, :detail, :quantity, :from, :to, :due,
					  :priority, :linked, :key, :status, :staged)
					""")
			.param("id", item.id())
			.param("pairing", item.pairing())
			.param("kind", item.kind().name())
			.param("row", item.row())
			.param("side", item.side())
			.param("owner", item.ownerOrg())
			.param("category", item.category())
			.param("content", item.content())
			.param("detail", item.detail())
			.param("quantity", item.quantity())
			.param("from", item.availableFrom())
			.param("to", item.availableTo())
			.param("due", item.dueOn())
			.param("priority", item.priority())
			.param("linked", item.linkedRow())
			.param("key", item.reservedKey())
			.param("status", item.status().name())
			.param("staged", stagedCase)
			.update();
	}

	/** The highest row of each list that is in force. */
	int lastRow(UUID pairing, ListItem.Kind kind) {
		return this.jdbc.sql("""
				select coalesce(max(row_no), 0) from list_item
				where pairing = :pairing and kind = :kind and staged_case is null
				""").param("pairing", pairing).param("kind", kind.name()).query(Integer.class).single();
	}

	/** Takes back what a case wanted to add. */
	void unstage(String caseNumber) {
		this.jdbc.sql("delete from list_item where staged_case = :case").param("case", caseNumber).update();
	}

	/** What a case wanted to add is in force. */
	void apply(String caseNumber) {
		this.jdbc.sql("update list_item set staged_case = null where staged_case = :case")
			.param("case", caseNumber)
			.update();
	}

	/** Clears away rows that nobody has begun, for a new version of the lists. */
	void clear(UUID pairing) {
		this.jdbc.sql("""
				delete from list_item
				where pairing = :pairing and status in ('OPEN', 'CLAIMED') and staged_case is null
				""").param("pairing", pairing).update();
	}

	/** An item that is in force. */
	Optional<ListItem> find(UUID id) {
		return this.jdbc.sql("select * from list_item where id = :id and staged_case is null")
			.param("id", id)
			.query(ListItemTable::map)
			.optional();
	}

	List<ListItem> of(UUID pairing) {
		return this.jdbc
			.sql("select * from list_item where pairing = :pairing and staged_case is null order by kind desc, row_no")
			.param("pairing", pairing)
			.query(ListItemTable::map)
			.list();
	}

	/**
	 * Whether another pairing has reserved the same in some part of that time; the one
	 * that this takes the place of does not count.
	 */
	boolean taken(String key, LocalDate from, LocalDate to, UUID pairing) {
		return this.jdbc
			.sql("""
					select count(*) from list_item
					where reserved_key = :key and status in ('CLAIMED', 'DOING') and pairing <> :pairing
					  and available_from <= :to and available_to >= :from
					  and not exists (select 1 from pairing own where own.id = :pairing and own.predecessor = list_item.pairing)
					""")
			.param("key", key)
			.param("pairing", pairing)
			.param("from", from)
			.param("to", to)
			.query(Integer.class)
			.single() > 0;
	}

	void forget(UUID pairing) {
		this.jdbc.sql("delete from list_item where pairing = :pairing").param("pairing", pairing).update();
	}

	/** Gives back what is reserved; what is given back already stays so. */
	int release(UUID pairing) {
		return this.jdbc.sql("""
				update list_item set status = 'DROPPED', reserved_key = null
				where pairing = :pairing and status in ('OPEN', 'CLAIMED', 'DOING')
				""").param("pairing", pairing).update();
	}

	static ListItem map(ResultSet row, int number) throws SQLException {
		return new ListItem(row.getObject("id", UUID.class), row.getObject("pairing", UUID.class),
				ListItem.Kind.valueOf(row.getString("kind")), row.getInt("row_no"), row.getString("side"),
				row.getString("owner_org"), row.getString("category"), row.getString("content"),
				row.getString("detail"), row.getObject("quantity", Integer.class),
				row.getObject("available_from", LocalDate.class), row.getObject("available_to", LocalDate.class),
				row.getObject("due_on", LocalDate.class), row.getString("priority"),
				row.getObject("linked_row", Integer.class), row.getString("reserved_key"),
				ListItem.Status.valueOf(row.getString("status")));
	}

}
