package org.gongjian.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.gongjian.inbox.Register;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Ids;
import org.gongjian.shared.RowCursor;
import org.gongjian.shared.Slice;
import org.springframework.stereotype.Component;

/**
 * The knowledge base for programs; the number of an item is its id, its status a
 * category.
 */
@Component
class KnowledgeRegister implements Register {

	private final KnowledgeTable items;

	KnowledgeRegister(KnowledgeTable items) {
		this.items = items;
	}

	@Override
	public String name() {
		return "knowledge";
	}

	@Override
	public Slice<Map<String, Object>> page(Actor actor, String q, String status, String cursor, int limit) {
		List<KnowledgeItem> rows = this.items.page(ProblemFilter.pattern(Objects.toString(q, "")),
				Objects.toString(status, ""), RowCursor.of(cursor), limit + 1);
		return Slice.cut(rows, limit, (row) -> new RowCursor(row.createdAt(), row.id()).text())
			.map(KnowledgeRegister::row);
	}

	@Override
	public Optional<Map<String, Object>> find(Actor actor, String number) {
		return Ids.parse(number).flatMap(this.items::find).map(KnowledgeRegister::row);
	}

	private static Map<String, Object> row(KnowledgeItem item) {
		var row = new LinkedHashMap<String, Object>();
		row.put("number", item.id().toString());
		row.put("category", item.category());
		row.put("question", item.question());
		row.put("answer", item.answer());
		row.put("sourceRef", item.sourceProblem());
		row.put("validTo", Objects.toString(item.validUntil(), null));
		row.put("createdAt", item.createdAt().toString());
		row.put("provenance", item.provenance());
		return row;
	}

}
