package org.gongjian.pairing;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.gongjian.organisation.Organisation;

/**
 * A part of who is paired with whom: many to many.
 *
 * @param governments the rows
 * @param enterprises the columns
 * @param cells what stands where they meet, by both codes
 * @param pairs the same by one code, in order
 * @param sums pairings in force by code
 * @param totals of everything
 * @param rest what is not shown
 */
public record PairingMatrix(List<Organisation> governments, List<Organisation> enterprises, Map<String, Pairing> cells,
		Map<String, List<Pairing>> pairs, Map<String, Long> sums, Totals totals, Rest rest) {

	/**
	 * How many there are in all.
	 *
	 * @param governments organisations that have or had pairings, likewise enterprises
	 * @param inForce pairings
	 * @param ended pairings
	 */
	public record Totals(long governments, long enterprises, long inForce, long ended) {
	}

	/**
	 * What this part leaves out.
	 *
	 * @param rows organisations with pairings that are shown, likewise columns
	 * @param nextRow where the next rows begin, or {@code null}, likewise columns
	 * @param full whether a side has no room for more without a pairing
	 * @param manyFound whether more may have matched than were looked at
	 */
	public record Rest(int rows, int columns, String nextRow, String nextColumn, boolean full, boolean manyFound) {
	}

	/** Files the pairings where they are looked up. */
	static PairingMatrix of(List<Organisation> governments, List<Organisation> enterprises, List<Pairing> pairings,
			Map<String, Long> sums, Totals totals, Rest rest) {
		var cells = new LinkedHashMap<String, Pairing>();
		pairings.forEach((pair) -> cells.put(pair.governmentOrg() + ":" + pair.enterpriseOrg(), pair));
		var pairs = new HashMap<>(pairings.stream().collect(Collectors.groupingBy(Pairing::governmentOrg)));
		pairs.putAll(pairings.stream().collect(Collectors.groupingBy(Pairing::enterpriseOrg)));
		return new PairingMatrix(governments, enterprises, cells, pairs, sums, totals, rest);
	}

	/** What stands at a meeting point, or {@code null}. */
	public Pairing at(Organisation government, Organisation enterprise) {
		return this.cells.get(government.code() + ":" + enterprise.code());
	}

	/** How many pairings in force an organisation has, shown here or not. */
	public long sum(Organisation organisation) {
		return this.sums.getOrDefault(organisation.code(), 0L);
	}

	/** The pairings of one organisation that are shown, those in force first. */
	public List<Pairing> of(Organisation organisation) {
		List<Pairing> all = this.pairs.getOrDefault(organisation.code(), List.of());
		return Stream.of(true, false)
			.flatMap((now) -> all.stream().filter((pair) -> pair.status().paired() == now))
			.toList();
	}

	/** The organisations that are shown, by code. */
	public Map<String, Organisation> names() {
		return Stream.concat(this.governments.stream(), this.enterprises.stream())
			.collect(Collectors.toMap(Organisation::code, (organisation) -> organisation));
	}

}
