package org.gongjian.activity;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.Violation;
import org.gongjian.shared.Written;

/** What is typed to share a resource. */
record ResourceForm(String kind, String owner, String name, String capacity, String contact, String note,
		String bookable, String active) {

	static final List<String> KINDS = List.of("VENUE", "LECTURER", "POLICY", "TECH", "JOB", "OTHER");

	private static final int MOST = 100_000;

	static ResourceForm of(Resource resource) {
		return new ResourceForm(resource.kind(), resource.ownerOrg(), resource.name(),
				(resource.capacity() == null) ? null : resource.capacity().toString(), resource.contact(),
				resource.note(), String.valueOf(resource.bookable()), String.valueOf(resource.active()));
	}

	/**
	 * What to keep.
	 * @param owners the organisations whose resources this person keeps
	 * @throws InvalidInput with everything that is wrong
	 */
	Resource check(UUID id, List<String> owners, String by, int version) {
		var wrong = new ArrayList<Violation>();
		if (!KINDS.contains(String.valueOf(this.kind))) {
			wrong.add(Violation.of("kind", "activity.violation.required"));
		}
		if (!owners.contains(String.valueOf(this.owner))) {
			wrong.add(Violation.of("owner", "activity.violation.required"));
		}
		String called = Written.line(this.name).kept("name", 200, true, wrong);
		Resource resource = new Resource(id, this.kind, this.owner, called, capacity(wrong),
				Written.line(this.contact).kept("contact", 200, false, wrong),
				Written.text(this.note).kept("note", 500, false, wrong), "true".equals(this.bookable),
				"true".equals(this.active), null, by, null, version);
		if (!wrong.isEmpty()) {
			throw new InvalidInput(wrong);
		}
		return resource;
	}

	private Integer capacity(List<Violation> wrong) {
		String text = (this.capacity == null) ? "" : this.capacity.strip();
		if (text.isEmpty()) {
			return null;
		}
		if (!text.matches("[0-9]{1,6}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST) {
			wrong.add(Violation.of("capacity", "activity.change.number", 1, MOST));
			return null;
		}
		return Integer.valueOf(text);
	}

}
