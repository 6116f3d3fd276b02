package org.gongjian.activity;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.gongjian.inbox.Register;
import org.gongjian.shared.Actor;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Slice;
import org.springframework.stereotype.Component;

/** The shared resources for programs; their number is their id, their status a kind. */
@Component
class ResourceRegister implements Register {

	private final Resources resources;

	ResourceRegister(Resources resources) {
		this.resources = resources;
	}

	@Override
	public String name() {
		return "resources";
	}

	@Override
	public Slice<Map<String, Object>> page(Actor actor, String q, String status, String cursor, int limit) {
		return this.resources.page(q, status, cursor, limit).map(ResourceRegister::row);
	}

	@Override
	public Optional<Map<String, Object>> find(Actor actor, String number) {
		try {
			return Optional.of(row(this.resources.get(UUID.fromString(number))));
		}
		catch (IllegalArgumentException | NotFound none) {
			return Optional.empty();
		}
	}

	private static Map<String, Object> row(Resource resource) {
		var row = new LinkedHashMap<String, Object>();
		row.put("number", resource.id().toString());
		row.put("resourceKind", resource.kind());
		row.put("name", resource.name());
		row.put("ownerOrg", resource.ownerOrg());
		row.put("capacity", resource.capacity());
		row.put("contact", resource.contact());
		row.put("note", resource.note());
		row.put("bookable", resource.bookable());
		row.put("active", resource.active());
		row.put("provenance", resource.provenance());
		return row;
	}

}
