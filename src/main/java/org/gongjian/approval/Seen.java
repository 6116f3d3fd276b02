package org.gongjian.approval;

import java.util.List;
import java.util.Map;

import org.gongjian.casefile.SeenCase;
import org.gongjian.shared.ReadOnce;

/**
 * The tasks of a case as they were read together: who has them, who decided them, what
 * there is beside them. Whoever holds the case later and finds it at the same place need
 * not read them again.
 */
public final class Seen {

	private final int place;

	private final List<WorkItem> items;

	private final Map<String, List<Share>> shares;

	private final Map<String, Marks> marks;

	private final List<Signature> signatures;

	private final SeenCase file;

	/**
	 * @param place at what place of its way the case was in the same read
	 */
	Seen(int place, List<WorkItem> items, Map<String, List<Share>> shares, Map<String, Marks> marks,
			List<Signature> signatures, SeenCase file) {
		this.file = file;
		this.place = place;
		this.items = List.copyOf(items);
		this.shares = shares;
		this.marks = marks;
		this.signatures = signatures;
	}

	/** The case itself, where it was read too; else {@code null}. */
	SeenCase file() {
		return this.file;
	}

	Seen with(SeenCase read) {
		return new Seen(this.place, this.items, this.shares, this.marks, this.signatures, read);
	}

	/** Whether it was read when the case was at this place. */
	boolean at(int now) {
		return this.place == now;
	}

	List<WorkItem> items() {
		return this.items;
	}

	/** Whoever asks in the same look is answered with it. */
	void note() {
		this.items.forEach(
				(item) -> ReadOnce.of(Share.class, item.id(), () -> this.shares.getOrDefault(item.id(), List.of())));
		this.marks.forEach((id, mark) -> mark.noted(id));
		if (!this.items.isEmpty()) {
			String caseNumber = this.items.get(0).caseNumber();
			ReadOnce.of(Signature.class, caseNumber, () -> this.signatures);
			ReadOnce.of(WorkReads.class, caseNumber, () -> this);
		}
	}

}
