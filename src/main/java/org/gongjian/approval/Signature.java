package org.gongjian.approval;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Who decided a task of a case.
 *
 * @param review whether conflict of interest and no self-review applied
 * @param actedFor for whom as a stand-in, or {@code null}
 */
record Signature(String step, boolean review, String decidedBy, String actedFor) {

	static Signature of(ResultSet row) throws SQLException {
		return new Signature(row.getString("step"), row.getBoolean("review"), row.getString("decided_by"),
				row.getString("acted_for"));
	}

}
