package org.gongjian.approval;

import java.util.List;

import org.gongjian.engine.Tally;

/**
 * How several people decide one step together.
 *
 * @param now how far it is
 * @param withOneMore how far it would be if one more person had a vote
 * @param withOneLess how far it would be if one who has not decided had none
 * @param members the tasks of those who have a vote and have had their turn, oldest first
 * @param inTurn whether they are asked one after the other
 */
public record Countersign(Tally now, Tally withOneMore, Tally withOneLess, List<WorkItem> members, boolean inTurn) {

	/** Whether more than one person has a vote. */
	public boolean several() {
		return this.now.members() > 1;
	}

}
