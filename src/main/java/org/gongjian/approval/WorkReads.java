package org.gongjian.approval;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

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
			    where b.case_number = w.case_number and b.target = w.step) end as way_back,
			  (select f.revision + f.log_place + f.touched from case_file f where f.number = w.case_number) as place
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
		return beside(id).items().stream().filter((item) -> item.id().equals(id)).findFirst();
	}

	List<WorkItem> ofCase(String caseNumber) {
		return ReadOnce.of(WorkReads.class, caseNumber, () -> withShares(":key", caseNumber)).items();
	}

	/**
	 * All tasks of the case of one: a page of a task needs them all, and asks only once.
	 */
	Seen beside(String id) {
		return ReadOnce.of(WorkReads.class, List.of("beside", id), () -> {
			Seen all = withShares("(select case_number from work_item where id = :key)", id);
			return all.items().isEmpty() ? all
					: ReadOnce.of(WorkReads.class, all.items().get(0).caseNumber(), () -> all);
		});
	}

	/** Answers the rest of the look with what was seen before. */
	void again(String id, Seen seen) {
		seen.note();
		ReadOnce.of(WorkReads.class, List.of("beside", id), () -> seen);
	}

	/**
	 * Tasks of a case and, in the same statement, on whose lists they are, what those
	 * people are called, whether anybody has a draft, and what else there may be.
	 */
	private Seen withShares(String caseNumber, String key) {
		Map<String, WorkItem> items = new LinkedHashMap<>();
		Map<String, List<Share>> shares = new HashMap<>();
		Map<String, Marks> marks = new HashMap<>();
		List<Signature> signatures = new ArrayList<>();
		AtomicInteger place = new AtomicInteger();
		this.jdbc.sql(WITH_SHARES + caseNumber + " order by w.created_at, w.id, s.username")
			.param("key", key)
			.query((row) -> {
				String id = row.getString("id");
				if (items.putIfAbsent(id, WorkRows.item(row)) == null) {
					place.set(row.getInt("place"));
					met(id, row);
					marks(row).ifPresent((mark) -> marks.put(id, mark));
					if (row.getString("state").equals("DONE")) {
						signatures.add(Signature.of(row));
					}
				}
				share(row).ifPresent((share) -> shares.computeIfAbsent(id, (task) -> new ArrayList<>()).add(share));
			});
		Seen seen = new Seen(place.get(), List.copyOf(items.values()), shares, marks, signatures, null);
		seen.note();
		return seen;
	}

	private static void met(String id, ResultSet row) throws SQLException {
		MetNames.meet(row.getString("requested_by"), row.getString("asker_en"), row.getString("asker_zh"));
		Drafts.noted(id, row.getInt("drafts") > 0);
	}

	private static Optional<Marks> marks(ResultSet row) throws SQLException {
		return row.getString("state").equals("OPEN")
				? Optional
					.of(new Marks(row.getInt("excluded") > 0, row.getInt("beside") > 0, row.getInt("way_back") > 0))
				: Optional.empty();
	}

	private static Optional<Share> share(ResultSet row) throws SQLException {
		String username = row.getString("share_user");
		MetNames.meet(username, row.getString("share_en"), row.getString("share_zh"));
		return (username == null) ? Optional.empty()
				: Optional.of(new Share(username, row.getString("share_view"), row.getString("share_for")));
	}

}
