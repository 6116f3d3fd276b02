package org.gongjian.approval;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.gongjian.form.Drafts;
import org.gongjian.organisation.MetNames;
import org.gongjian.shared.ReadOnce;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the tasks of a case for a page, with what pages want beside them. */
final class WorkReads {

	private static final String WITH_SHARES = """
			select w.*, s.username as share_user, s.view_name as share_view, s.acting_for as share_for,
			  who.name_en as share_en, who.name_zh as share_zh, asker.name_en as asker_en, asker.name_zh as asker_zh,
			  (select count(*) from draft d where d.subject = w.id and d.kind = 'task') as drafts,
			  case when w.state = 'OPEN' then
			    (select count(*) from work_excluded e where e.task_id = w.id) end as excluded,
			  case when w.state = 'OPEN' then
			    (select count(*) from added_signer a where a.beside = w.id) end as beside,
			  case when w.state = 'OPEN' then (select count(*) from way_back b
			    where b.case_number = w.case_number and b.target = w.step) end as way_back
			from work_item w left join work_share s on s.task_id = w.id
			  left join person_name who on who.username = s.username
			  left join person_name asker on asker.username = w.requested_by
			where w.case_number =
			""";

	private final JdbcClient jdbc;

	WorkReads(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<WorkItem> find(String id) {
		return beside(id).stream().filter((item) -> item.id().equals(id)).findFirst();
	}

	List<WorkItem> ofCase(String caseNumber) {
		return ReadOnce.of(WorkReads.class, caseNumber, () -> withShares(":key", caseNumber));
	}

	/**
	 * All tasks of the case of one: a page of a task needs them all, and asks only once.
	 */
	private List<WorkItem> beside(String id) {
		return ReadOnce.of(WorkReads.class, List.of("beside", id), () -> {
			List<WorkItem> all = withShares("(select case_number from work_item where id = :key)", id);
			return all.isEmpty() ? all : ReadOnce.of(WorkReads.class, all.get(0).caseNumber(), () -> all);
		});
	}

	/**
	 * Tasks of a case and, in the same statement, on whose lists they are, what those
	 * people are called, whether anybody has a draft, and what else there may be.
	 */
	private List<WorkItem> withShares(String caseNumber, String key) {
		Map<String, WorkItem> items = new LinkedHashMap<>();
		Map<String, List<Share>> shares = new HashMap<>();
		List<Signature> signatures = new ArrayList<>();
		this.jdbc.sql(WITH_SHARES + caseNumber + " order by w.created_at, w.id, s.username")
			.param("key", key)
			.query((row) -> {
				String id = row.getString("id");
				if (!items.containsKey(id)) {
					items.put(id, WorkRows.item(row));
					MetNames.meet(row.getString("requested_by"), row.getString("asker_en"), row.getString("asker_zh"));
					note(id, row);
					if (row.getString("state").equals("DONE")) {
						signatures.add(Signature.of(row));
					}
				}
				share(row).ifPresent((share) -> shares.computeIfAbsent(id, (task) -> new ArrayList<>()).add(share));
			});
		items.keySet().forEach((id) -> ReadOnce.of(Share.class, id, () -> shares.getOrDefault(id, List.of())));
		items.values()
			.stream()
			.findFirst()
			.ifPresent((any) -> ReadOnce.of(Signature.class, any.caseNumber(), () -> signatures));
		return List.copyOf(items.values());
	}

	private static void note(String id, ResultSet row) throws SQLException {
		Drafts.noted(id, row.getInt("drafts") > 0);
		if (row.getString("state").equals("OPEN")) {
			new Marks(row.getInt("excluded") > 0, row.getInt("beside") > 0, row.getInt("way_back") > 0).noted(id);
		}
	}

	private static Optional<Share> share(ResultSet row) throws SQLException {
		String username = row.getString("share_user");
		MetNames.meet(username, row.getString("share_en"), row.getString("share_zh"));
		return (username == null) ? Optional.empty()
				: Optional.of(new Share(username, row.getString("share_view"), row.getString("share_for")));
	}

}
