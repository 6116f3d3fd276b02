package org.gongjian.archive;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.gongjian.inbox.Register;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Slice;
import org.springframework.stereotype.Component;

/** The archive for programs; its state is how long an item is kept. */
@Component
class ArchiveRegister implements Register {

	private final Archive archive;

	ArchiveRegister(Archive archive) {
		this.archive = archive;
	}

	@Override
	public String name() {
		return "archive";
	}

	@Override
	public Slice<Map<String, Object>> page(Actor actor, String q, String status, String cursor, int limit) {
		return this.archive.list(actor, ArchiveFilter.of(q, status, false), cursor, limit).map(ArchiveRegister::row);
	}

	@Override
	public Optional<Map<String, Object>> find(Actor actor, String number) {
		return this.archive.find(actor, number).map(ArchiveRegister::row);
	}

	private static Map<String, Object> row(ArchiveItem item) {
		var row = new LinkedHashMap<String, Object>();
		row.put("number", item.caseNumber());
		row.put("process", item.process());
		row.put("titleEn", item.title().en());
		row.put("titleZh", item.title().zh());
		row.put("outcome", item.outcome());
		row.put("retention", item.retention());
		row.put("keepUntil", item.keepUntil());
		row.put("paperLocation", item.paperLocation());
		row.put("filedAt", item.filedAt());
		row.put("seal", item.seal());
		return row;
	}

}
