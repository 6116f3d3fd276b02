package org.gongjian.plaque;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.gongjian.inbox.Register;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Ids;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Slice;
import org.springframework.stereotype.Component;

/** The ceremonies for programs; their number is their id. */
@Component
class CeremonyRegister implements Register {

	private final Ceremonies ceremonies;

	CeremonyRegister(Ceremonies ceremonies) {
		this.ceremonies = ceremonies;
	}

	@Override
	public String name() {
		return "ceremonies";
	}

	/** All of them: ceremonies are few, and are not searched. */
	@Override
	public Slice<Map<String, Object>> page(Actor actor, String q, String status, String cursor, int limit) {
		return this.ceremonies.list(cursor, limit).map(CeremonyRegister::row);
	}

	@Override
	public Optional<Map<String, Object>> find(Actor actor, String number) {
		try {
			return Ids.parse(number).map((id) -> row(this.ceremonies.get(id)));
		}
		catch (NotFound none) {
			return Optional.empty();
		}
	}

	private static Map<String, Object> row(Ceremony ceremony) {
		var row = new LinkedHashMap<String, Object>();
		row.put("number", ceremony.id().toString());
		row.put("title", ceremony.title());
		row.put("place", ceremony.place());
		row.put("plannedOn", ceremony.plannedOn().toString());
		row.put("ceremonyState", ceremony.state());
		row.put("heldOn", Objects.toString(ceremony.heldOn(), null));
		row.put("note", ceremony.note());
		row.put("provenance", ceremony.provenance());
		return row;
	}

}
