package org.gongjian.plaque;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.gongjian.inbox.Register;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Ids;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Slice;
import org.springframework.stereotype.Component;

/** The public notices for programs; their number is their id. */
@Component
class NoticeRegister implements Register {

	private final Notices notices;

	NoticeRegister(Notices notices) {
		this.notices = notices;
	}

	@Override
	public String name() {
		return "notices";
	}

	/** All of them: what is public is not narrowed. */
	@Override
	public Slice<Map<String, Object>> page(Actor actor, String q, String status, String cursor, int limit) {
		return this.notices.list(cursor, limit).map(NoticeRegister::row);
	}

	@Override
	public Optional<Map<String, Object>> find(Actor actor, String number) {
		try {
			return Ids.parse(number).map((id) -> row(this.notices.get(id)));
		}
		catch (NotFound none) {
			return Optional.empty();
		}
	}

	private static Map<String, Object> row(Notice notice) {
		var row = new LinkedHashMap<String, Object>();
		row.put("number", notice.id().toString());
		row.put("case", notice.caseNumber());
		row.put("text", notice.text());
		row.put("issuer", notice.issuer());
		row.put("organisations", notice.recipients());
		row.put("openedAt", notice.openedAt().toString());
		row.put("closesAt", notice.closesAt().toString());
		row.put("cancelled", notice.cancelled());
		return row;
	}

}
