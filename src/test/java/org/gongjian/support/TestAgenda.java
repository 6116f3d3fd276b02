package org.gongjian.support;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.gongjian.meeting.AgendaItem;
import org.gongjian.meeting.AgendaSource;
import org.springframework.boot.test.context.TestComponent;

/** Lets tests say which cases wait for a meeting. */
@TestComponent
public class TestAgenda implements AgendaSource {

	private final List<AgendaItem> items = new CopyOnWriteArrayList<>();

	/** From now on exactly these wait. */
	public void waits(AgendaItem... waiting) {
		this.items.clear();
		this.items.addAll(List.of(waiting));
	}

	@Override
	public String kind() {
		return "test";
	}

	@Override
	public List<AgendaItem> waiting() {
		return List.copyOf(this.items);
	}

}
