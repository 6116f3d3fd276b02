package org.gongjian.approval;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.gongjian.casefile.CaseFile;
import org.gongjian.casefile.Cases;
import org.gongjian.identity.ActorSource;
import org.gongjian.organisation.Eligibility;
import org.gongjian.organisation.Eligible;
import org.gongjian.organisation.StandIns;
import org.gongjian.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets stand-ins have the tasks of those who are away. Whatever would keep a task from a
 * person keeps it from them as a stand-in, and nobody has two votes in one node.
 */
@Component
class Covers {

	private final StandIns standIns;

	private final Eligibility eligibility;

	private final ActorSource actors;

	private final JdbcClient jdbc;

	Covers(StandIns standIns, Eligibility eligibility, ActorSource actors, JdbcClient jdbc) {
		this.standIns = standIns;
		this.eligibility = eligibility;
		this.actors = actors;
		this.jdbc = jdbc;
	}

	/**
	 * The people who may have a task, and their stand-ins.
	 * @param parties whose people may not have it
	 * @param mayNot accounts that may not have it
	 */
	Eligible add(WorkItem item, CaseFile file, Eligible own, Set<String> parties, Set<String> mayNot) {
		Map<String, String> covering = new LinkedHashMap<>(this.standIns.covering(own.usernames(), item.process()));
		covering.keySet().removeAll(own.usernames());
		if (covering.isEmpty()) {
			return own;
		}
		Set<String> kept = new HashSet<>(mayNot);
		kept.addAll(voters(item));
		covering.keySet()
			.removeIf((username) -> kept.contains(username) || !reaches(username, item, file)
					|| !this.eligibility.eligible("user:" + username, parties, kept, true)
						.usernames()
						.contains(username));
		return covering.isEmpty() ? own : own.with(covering);
	}

	/**
	 * What an organisation is asked stays within it; people of the zone see all cases,
	 * and an auditor changes none.
	 */
	private boolean reaches(String username, WorkItem item, CaseFile file) {
		Actor actor = this.actors.actor(username);
		if (actor.readsOnly()) {
			return false;
		}
		boolean own = file.reservedFor() == null && item.slotOrg() != null && !actor.zoneWide();
		return own ? actor.organisations().contains(item.slotOrg()) : Cases.mayGetToSee(actor, file);
	}

	/** Who has another vote in the same opening of the node, cast or not. */
	private Set<String> voters(WorkItem item) {
		return Set.copyOf(this.jdbc.sql("""
				select coalesce(decided_by, assignee) from work_item
				where case_number = :case and body = :body and id <> :id and state <> 'CANCELLED'
				  and coalesce(decided_by, assignee) is not null
				""")
			.param("case", item.caseNumber())
			.param("body", item.body())
			.param("id", item.id())
			.query(String.class)
			.list());
	}

	/** Whether a holder is away and somebody else has the task too. */
	boolean away(String username, WorkItem item, Eligible eligible) {
		return eligible.standIns().containsValue(username) && this.standIns.covered(username, item.process());
	}

	/** Notes on people's lists for whom they stand in. */
	void mark(WorkItem item, Eligible eligible) {
		eligible.standIns()
			.forEach((username, absent) -> this.jdbc
				.sql("update work_share set acting_for = :absent where task_id = :task and username = :user")
				.param("absent", absent)
				.param("task", item.id())
				.param("user", username)
				.update());
	}

	/** Notes on whose behalf a task was decided. */
	void decided(String taskId, String absent) {
		this.jdbc.sql("update work_item set acted_for = :absent where id = :task")
			.param("absent", absent)
			.param("task", taskId)
			.update();
	}

	/** The open tasks that wait for somebody and for nobody else. */
	List<String> aloneOf(String username) {
		return this.jdbc.sql("""
				select item.id from work_item item
				where item.state = 'OPEN' and (item.assignee = :user
				  or exists (select 1 from work_share share
				    where share.task_id = item.id and share.username = :user and share.view_name = 'ASKED'))
				""").param("user", username).query(String.class).list();
	}

	/** The open tasks that somebody has, or has as a member of a pool. */
	List<String> tasksOf(String username) {
		return this.jdbc.sql("""
				select distinct item.id from work_item item
				left join work_share share on share.task_id = item.id
				where item.state = 'OPEN' and (share.username = :user or item.assignee = :user)
				""").param("user", username).query(String.class).list();
	}

}
