package org.gongjian.activity;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.gongjian.shared.Actor;
import org.gongjian.shared.NotAllowed;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.RowCursor;
import org.gongjian.shared.Overtaken;
import org.gongjian.shared.Slice;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What organisations share with each other. Everybody sees it; its owner's people and the
 * Party-building officers keep it.
 */
@Service
@Transactional
class Resources {

	private static final int AHEAD = 50;

	private static final String OFFICER = "party-officer";

	private final ResourceTable table;

	private final BookingTable bookings;

	private final Clock clock;

	Resources(ResourceTable table, BookingTable bookings, Clock clock) {
		this.table = table;
		this.bookings = bookings;
		this.clock = clock;
	}

	/** A page by name. */
	@Transactional(readOnly = true)
	public Slice<Resource> page(String text, String kind, String cursor, int limit) {
		String afterName = "";
		UUID afterId = new UUID(0, 0);
		if (cursor != null && !cursor.isBlank()) {
			try {
				String after = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
				afterId = UUID.fromString(after.substring(0, 36));
				afterName = after.substring(36);
			}
			catch (IllegalArgumentException | StringIndexOutOfBoundsException unreadable) {
				throw RowCursor.unreadable();
			}
		}
		String wanted = ResourceForm.KINDS.contains(String.valueOf(kind)) ? kind : "";
		return Slice.cut(this.table.page(ActivityFilter.pattern(text), wanted, false, afterName, afterId, limit + 1),
				limit,
				(last) -> Base64.getUrlEncoder()
					.withoutPadding()
					.encodeToString((last.id() + last.name()).getBytes(StandardCharsets.UTF_8)));
	}

	/** One. @throws NotFound if there is none */
	@Transactional(readOnly = true)
	public Resource get(UUID id) {
		return this.table.find(id).orElseThrow(() -> new NotFound("resource " + id));
	}

	/** When it is taken from now on. */
	@Transactional(readOnly = true)
	public List<Booking> ahead(Resource resource) {
		return this.bookings.ahead(resource.id(), this.clock.instant(), AHEAD);
	}

	/** The organisations whose resources this person keeps. */
	static List<String> owners(Actor actor) {
		return actor.organisations()
			.stream()
			.filter((organisation) -> Stream.of("gov-liaison", "gov-secretary", "ent-liaison", "ent-secretary")
				.anyMatch((role) -> actor.groups().contains(role + "@" + organisation)))
			.sorted()
			.toList();
	}

	/** Whether this person keeps a resource. */
	static boolean keeps(Actor actor, Resource resource) {
		return actor.has(OFFICER) || owners(actor).contains(resource.ownerOrg());
	}

	UUID add(Actor actor, ResourceForm form) {
		List<String> owners = owners(actor);
		if (owners.isEmpty()) {
			throw new NotAllowed("activity.resource.not-yours");
		}
		Resource resource = form.check(UUID.randomUUID(), owners, actor.username(), 0);
		this.table.insert(resource);
		return resource.id();
	}

	/**
	 * Changes one; bookings stay as they are.
	 * @throws Overtaken if somebody did so since
	 */
	void change(Actor actor, UUID id, ResourceForm form, int version) {
		Resource before = get(id);
		if (!keeps(actor, before)) {
			throw new NotAllowed("activity.resource.not-yours");
		}
		List<String> owners = actor.has(OFFICER) ? List.of(before.ownerOrg()) : owners(actor);
		if (!this.table.update(form.check(id, owners, actor.username(), version))) {
			Resource now = get(id);
			throw new Overtaken("activity.resource.changed", now.updatedBy(), now.updatedAt(), null);
		}
	}

}
