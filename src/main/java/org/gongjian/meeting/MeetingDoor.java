package org.gongjian.meeting;

import java.util.Optional;

import org.gongjian.casefile.CaseFile;
import org.gongjian.inbox.CaseDoor;
import org.gongjian.shared.Actor;
import org.gongjian.shared.NotFound;
import org.springframework.stereotype.Component;

/**
 * People who are invited to a meeting see its page, not its case: the items of others are
 * none of their business.
 */
@Component
class MeetingDoor implements CaseDoor {

	private final Meetings meetings;

	MeetingDoor(Meetings meetings) {
		this.meetings = meetings;
	}

	@Override
	public Optional<String> path(Actor actor, CaseFile file) {
		try {
			return file.process().equals(MeetingRules.PROCESS)
					? Optional.of("/meetings/" + this.meetings.visible(actor, file.number()).handle())
					: Optional.empty();
		}
		catch (NotFound hidden) {
			return Optional.empty();
		}
	}

}
