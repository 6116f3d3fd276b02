package org.gongjian.approval;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Many tasks decided at once, under one number.
 *
 * @param number what people call it, {@code PL-2026-0001}; it stands in the log of every
 * case
 */
public record BulkBatch(UUID id, String number, String username, String decision, String remark, Instant createdAt,
		List<BulkItem> items) {

	public BulkBatch {
		items = List.copyOf(items);
	}

	/** How many were decided. */
	public long decided() {
		return this.items.stream().filter(BulkItem::decided).count();
	}

	/** How many were not. */
	public long failed() {
		return this.items.stream().filter((item) -> item.over() && !item.decided()).count();
	}

	/** Whether every item had its turn. */
	public boolean over() {
		return this.items.stream().allMatch(BulkItem::over);
	}

	/**
	 * What its page lists: those that failed, and behind them, when all have had their
	 * turn, those decided. While it runs the page asks for itself again and again.
	 */
	public List<BulkItem> shown() {
		List<BulkItem> shown = new ArrayList<>(
				this.items.stream().filter((item) -> item.over() && !item.decided()).toList());
		if (over()) {
			this.items.stream().filter(BulkItem::decided).forEach(shown::add);
		}
		return shown;
	}

}
