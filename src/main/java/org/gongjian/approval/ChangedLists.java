package org.gongjian.approval;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

import org.gongjian.shared.Gathered;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;

/**
 * Notes, in the transaction of the change, whose lists it changes: each person once, so
 * that open pages hear of it.
 */
@Component
class ChangedLists {

	private final NamedParameterJdbcOperations jdbc;

	private final Gathered<Set<String>> people = new Gathered<>(LinkedHashSet::new, this::write);

	ChangedLists(NamedParameterJdbcOperations jdbc) {
		this.jdbc = jdbc;
	}

	/** The lists of these people will be others. */
	void of(Collection<String> usernames) {
		if (this.people.possible()) {
			this.people.now().addAll(usernames);
		}
		else {
			write(Set.copyOf(usernames));
		}
	}

	private void write(Set<String> usernames) {
		if (!usernames.isEmpty()) {
			this.jdbc.batchUpdate("insert into inbox_change (username) values (:user)",
					usernames.stream()
						.map((username) -> new MapSqlParameterSource("user", username))
						.toArray(SqlParameterSource[]::new));
		}
	}

}
