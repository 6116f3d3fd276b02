package org.gongjian.approval;

import java.sql.ResultSet;
import java.sql.SQLException;

import org.gongjian.shared.Bilingual;
import org.gongjian.shared.Moments;

/** Reads tasks from rows of {@code work_item}. */
public final class WorkRows {

	private WorkRows() {
	}

	/** The task in a row that has all columns of the table. */
	public static WorkItem item(ResultSet row) throws SQLException {
		return new WorkItem(row.getString("id"), row.getString("case_number"), row.getString("process"),
				row.getString("definition"), row.getString("step"), Bilingual.ofName(row.getString("step_name")),
				row.getString("slot"), row.getString("asked"), row.getString("why"), row.getString("assignee"),
				row.getString("state"), new Bilingual(row.getString("title_en"), row.getString("title_zh")),
				row.getString("requested_by"), Moments.read(row, "created_at"), Moments.read(row, "due_at"),
				row.getInt("round"), row.getBoolean("review"), row.getInt("reminders"), row.getBoolean("escalated"),
				row.getString("decided_by"), Moments.read(row, "decided_at"), row.getString("decision"),
				row.getString("body"), row.getString("part"), row.getString("given_to"), row.getString("waits"),
				row.getInt("version"));
	}

}
