package org.gongjian.pairing;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A row of one of the three lists, 三张清单.
 *
 * @param row its place in the list, from 1
 * @param side GOVERNMENT or ENTERPRISE: who gives, needs or leads
 * @param ownerOrg the code of that organisation
 * @param detail conditions of use or the result expected, or {@code null}
 * @param availableFrom from when, {@code null} for the whole term
 * @param linkedRow the row of the demand list a project answers, or {@code null}
 * @param reservedKey what must not be promised to two pairs at a time, or {@code null}
 */
public record ListItem(UUID id, UUID pairing, Kind kind, int row, String side, String ownerOrg, String category,
		String content, String detail, Integer quantity, LocalDate availableFrom, LocalDate availableTo,
		LocalDate dueOn, String priority, Integer linkedRow, String reservedKey, Status status) {

	/** Which list. */
	public enum Kind {

		/** 资源清单. */
		RESOURCE,

		/** 需求清单. */
		DEMAND,

		/** 项目清单. */
		PROJECT

	}

	/** How far it is. */
	public enum Status {

		/** 待落实. */
		OPEN,

		/** Reserved for this pair. */
		CLAIMED,

		/** 进行中. */
		DOING,

		/** 已完成. */
		DONE,

		/** 已取消. */
		DROPPED;

		/** Whether nothing more is to be done. */
		boolean over() {
			return this == DONE || this == DROPPED;
		}

		/** Whether a new version of the agreement may put another row in its place. */
		boolean replaceable() {
			return this == OPEN || this == CLAIMED;
		}

	}

}
