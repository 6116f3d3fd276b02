package org.gongjian.approval;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.gongjian.casefile.CaseFile;
import org.gongjian.engine.MemberLine;
import org.gongjian.engine.Tally;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says how several people decide a step together: whose vote counts, how many it takes,
 * how far it is.
 */
@Service
@Transactional(readOnly = true)
public class Countersigns {

	private final Desk desk;

	private final NodeSettings settings;

	private final MemberLine line;

	Countersigns(Desk desk, NodeSettings settings, MemberLine line) {
		this.desk = desk;
		this.settings = settings;
		this.line = line;
	}

	/** How the step of a task is decided; empty when the task is closed. */
	public Optional<Countersign> of(CaseFile file, WorkItem item) {
		if (!item.open()) {
			return Optional.empty();
		}
		Map<String, String> settings = this.settings.of(item);
		List<WorkItem> members = this.desk.tasks(file).stream().filter((one) -> votes(one, item)).toList();
		List<String> cast = members.stream().filter((one) -> !one.open()).map(WorkItem::decision).toList();
		boolean inTurn = this.settings.inTurn(item);
		int all = inTurn ? this.line.tally(item.id()).members() : members.size();
		return Optional.of(new Countersign(Tally.of(settings, cast, all), Tally.of(settings, cast, all + 1),
				Tally.of(settings, cast, Math.max(cast.size(), all - 1)), members, inTurn));
	}

	/** Who was taken out has no vote, who was merely asked beside has none either. */
	private static boolean votes(WorkItem one, WorkItem item) {
		return item.body().equals(one.body()) && !one.helper() && (one.open() || one.state().equals("DONE"));
	}

}
