package org.gongjian.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.gongjian.organisation.StandIn.State;
import org.gongjian.shared.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code stand_in}. */
@Repository
class StandInTable {

	private final JdbcClient jdbc;

	StandInTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<StandIn> find(UUID id) {
		return this.jdbc.sql("select * from stand_in where id = :id")
			.param("id", id)
			.query(StandInTable::map)
			.optional();
	}

	/** Those that are not over, and the last that are. */
	List<StandIn> all(String username, int most) {
		return this.jdbc.sql("""
				select * from stand_in
				where cast(:user as varchar(64)) is null or absent = :user or username = :user
				order by case when state = 'OVER' then 1 else 0 end, valid_from desc, id
				fetch first :most rows only
				""").param("user", username).param("most", most).query(StandInTable::map).list();
	}

	/** Those that hold on a day for one of these people. */
	List<StandIn> of(Collection<String> absent, LocalDate day) {
		return absent.isEmpty() ? List.of() : this.jdbc.sql("""
				select * from stand_in
				where absent in (:absent) and ended_at is null and valid_from <= :day and valid_to >= :day
				order by created_at, id
				""").param("absent", absent).param("day", day).query(StandInTable::map).list();
	}

	List<String> absentOf(String username, LocalDate day) {
		return this.jdbc.sql("""
				select distinct absent from stand_in
				where username = :user and ended_at is null and valid_from <= :day and valid_to >= :day
				order by absent
				""").param("user", username).param("day", day).query(String.class).list();
	}

	/** Those not over. */
	List<StandIn> open() {
		return this.jdbc.sql("select * from stand_in where state <> 'OVER'").query(StandInTable::map).list();
	}

	void insert(StandIn standIn) {
		this.jdbc.sql("""
				insert into stand_in (id, absent, username, valid_from, valid_to, processes, reason, state, created_by,
				  created_at)
				values (:id, :absent, :user, :from, :to, :processes, :reason, :state, :by, :at)
				""")
			.param("id", standIn.id())
			.param("absent", standIn.absent())
			.param("user", standIn.username())
			.param("from", standIn.from())
			.param("to", standIn.to())
			.param("processes", standIn.processes().stream().sorted().collect(Collectors.joining(",")))
			.param("reason", standIn.reason())
			.param("state", standIn.state().name())
			.param("by", standIn.createdBy())
			.param("at", Moments.stored(standIn.createdAt()))
			.update();
	}

	/** Ends it early; false when it is over already. */
	boolean end(UUID id, String by, Instant at) {
		return this.jdbc.sql("""
				update stand_in set state = 'OVER', ended_by = :by, ended_at = :at where id = :id and state <> 'OVER'
				""").param("by", by).param("at", Moments.stored(at)).param("id", id).update() == 1;
	}

	/** Notes what it has become; false when another node was first. */
	boolean become(UUID id, State from, State to) {
		return this.jdbc.sql("update stand_in set state = :to where id = :id and state = :from")
			.param("to", to.name())
			.param("id", id)
			.param("from", from.name())
			.update() == 1;
	}

	private static StandIn map(ResultSet row, int number) throws SQLException {
		String processes = row.getString("processes");
		Set<String> keys = processes.isEmpty() ? Set.of() : Set.copyOf(Arrays.asList(processes.split(",")));
		return new StandIn(row.getObject("id", UUID.class), row.getString("absent"), row.getString("username"),
				row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class), keys,
				row.getString("reason"), State.valueOf(row.getString("state")), row.getString("created_by"),
				Moments.read(row, "created_at"), row.getString("ended_by"), Moments.read(row, "ended_at"));
	}

}
