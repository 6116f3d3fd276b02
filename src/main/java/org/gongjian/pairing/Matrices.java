package org.gongjian.pairing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.gongjian.organisation.Organisation;
import org.gongjian.organisation.Organisations;
import org.gongjian.organisation.Side;
import org.gongjian.pairing.MatrixTable.Whose;
import org.gongjian.pairing.PairingMatrix.Rest;
import org.gongjian.pairing.PairingMatrix.Totals;
import org.gongjian.shared.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lays out who is paired with whom, a part at a time. */
@Component
class Matrices {

	/** Organisations of a side on one page. */
	static final int SIDE = 25;

	private final MatrixTable table;

	private final Organisations organisations;

	Matrices(MatrixTable table, Organisations organisations) {
		this.table = table;
		this.organisations = organisations;
	}

	/**
	 * A part of the matrix as this person may see it.
	 * @param text part of an organisation's code or name, empty for all
	 * @param after the government organisation before the first row, or empty
	 * @param column the enterprise organisation before the first column, or empty
	 */
	@Transactional(readOnly = true)
	PairingMatrix of(Actor actor, String text, String after, String column) {
		Collection<String> seen = actor.zoneWide() ? null : actor.organisations();
		List<Organisation> found = text.isEmpty() ? null : this.organisations.search(text, null, SIDE);
		Whose whose = new Whose(seen, (found == null) ? null : found.stream().map(Organisation::code).toList());
		List<String> rows = this.table.rows(whose, after, SIDE + 1);
		String nextRow = next(rows);
		rows = first(rows);
		List<String> columns = this.table.columns(whose, rows, column, SIDE + 1);
		String nextColumn = next(columns);
		columns = first(columns);
		Totals totals = this.table.totals(whose);
		boolean begin = after.isEmpty() && column.isEmpty();
		List<String> alone = begin ? alone(whose, totals) : List.of();
		Map<String, Organisation> names = this.organisations
			.byCodes(Stream.of(rows, columns, alone).flatMap(List::stream).toList());
		List<Organisation> governments = side(Side.GOVERNMENT, rows, alone, names);
		List<Organisation> enterprises = side(Side.ENTERPRISE, columns, alone, names);
		boolean full = governments.size() == SIDE || enterprises.size() == SIDE;
		return PairingMatrix.of(governments, enterprises, this.table.cells(whose, rows, columns),
				this.table.sums(whose, rows, columns), totals, new Rest(rows.size(), columns.size(), nextRow,
						nextColumn, full, found != null && found.size() == SIDE));
	}

	/**
	 * Those without a pairing, as far as a page whose pairings are all shown has room.
	 */
	private List<String> alone(Whose whose, Totals totals) {
		if (whose.asked() != null) {
			return whose.asked()
				.stream()
				.filter((code) -> whose.seen() == null || whose.seen().contains(code))
				.toList();
		}
		if (whose.seen() != null) {
			return List.copyOf(whose.seen());
		}
		var alone = new ArrayList<String>();
		if (totals.governments() < SIDE) {
			alone.addAll(this.table.unpaired(Side.GOVERNMENT, SIDE));
		}
		if (totals.enterprises() < SIDE) {
			alone.addAll(this.table.unpaired(Side.ENTERPRISE, SIDE));
		}
		return alone;
	}

	private static List<Organisation> side(Side side, List<String> paired, List<String> alone,
			Map<String, Organisation> names) {
		var met = new HashSet<String>();
		return Stream.concat(paired.stream(), alone.stream())
			.filter(met::add)
			.map(names::get)
			.filter(Objects::nonNull)
			.filter((organisation) -> organisation.side() == side)
			.limit(SIDE)
			.toList();
	}

	private static String next(List<String> codes) {
		return (codes.size() > SIDE) ? codes.get(SIDE - 1) : null;
	}

	private static List<String> first(List<String> codes) {
		return codes.subList(0, Math.min(SIDE, codes.size()));
	}

}
