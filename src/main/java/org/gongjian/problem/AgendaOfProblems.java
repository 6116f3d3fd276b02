package org.gongjian.problem;

import java.util.List;

import org.gongjian.casefile.CaseValues;
import org.gongjian.casefile.Cases;
import org.gongjian.meeting.AgendaItem;
import org.gongjian.meeting.AgendaSource;
import org.springframework.stereotype.Component;

/** Puts problems that wait for a decision on the agenda of joint meetings. */
@Component
class AgendaOfProblems implements AgendaSource {

	private final ProblemTable problems;

	private final Cases cases;

	AgendaOfProblems(ProblemTable problems, Cases cases) {
		this.problems = problems;
		this.cases = cases;
	}

	@Override
	public String kind() {
		return "problem";
	}

	@Override
	public List<AgendaItem> waiting() {
		return this.problems.waitingForMeeting().stream().map(this::item).toList();
	}

	private AgendaItem item(Problem problem) {
		CaseValues data = new CaseValues(this.cases.data(problem.number()));
		return new AgendaItem(problem.number(), this.cases.get(problem.number()).title(), problem.reporterOrg(),
				data.text("meetingBackground"), data.text("meetingWanted"));
	}

}
