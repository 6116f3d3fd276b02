package org.gongjian.meeting;

import java.util.List;

/**
 * Where items of an agenda come from. A room declares a bean; its cases receive the
 * message {@code JointMeetingDecided} with the facts {@code meetingDecision}
 * ({@code ORDER} or {@code TO_L4}), {@code meetingLead}, {@code meetingDeadline},
 * {@code meetingOrder} and {@code meetingNumber}.
 */
public interface AgendaSource {

	/** What kind of items these are, {@code problem}. */
	String kind();

	/** Those that wait for a meeting now, oldest first. */
	List<AgendaItem> waiting();

}
