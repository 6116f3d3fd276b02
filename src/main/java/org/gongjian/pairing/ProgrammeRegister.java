package org.gongjian.pairing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.gongjian.inbox.Register;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Slice;
import org.springframework.stereotype.Component;

/** The programmes for programs. */
@Component
class ProgrammeRegister implements Register {

	private final Programmes programmes;

	ProgrammeRegister(Programmes programmes) {
		this.programmes = programmes;
	}

	@Override
	public String name() {
		return "programmes";
	}

	/** In one page: there is one open programme at a time. */
	@Override
	public Slice<Map<String, Object>> page(Actor actor, String q, String status, String cursor, int limit) {
		String wanted = (q == null) ? "" : q.strip().toLowerCase(Locale.ROOT);
		List<Map<String, Object>> rows = this.programmes.all()
			.stream()
			.filter((one) -> (one.code() + ' ' + one.title().en() + ' ' + one.title().zh()).toLowerCase(Locale.ROOT)
				.contains(wanted))
			.map(ProgrammeRegister::row)
			.toList();
		return new Slice<>(rows, null);
	}

	@Override
	public Optional<Map<String, Object>> find(Actor actor, String number) {
		return this.programmes.find(number).map(ProgrammeRegister::row);
	}

	private static Map<String, Object> row(Programme programme) {
		var row = new LinkedHashMap<String, Object>();
		row.put("number", programme.code());
		row.put("titleEn", programme.title().en());
		row.put("titleZh", programme.title().zh());
		row.put("docNo", programme.docNo());
		row.put("termStart", programme.startsOn().toString());
		row.put("termEnd", programme.endsOn().toString());
		row.put("maxPerGov", programme.maxPerGov());
		row.put("maxPerEnt", programme.maxPerEnt());
		row.put("closed", programme.closed());
		row.put("provenance", programme.provenance());
		return row;
	}

}
