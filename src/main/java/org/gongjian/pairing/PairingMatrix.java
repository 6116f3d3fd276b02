package org.gongjian.pairing;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.gongjian.organisation.Organisation;
import org.gongjian.organisation.Organisations;
import org.gongjian.organisation.Side;

/**
 * Who is paired with whom: many to many.
 *
 * @param governments the rows
 * @param enterprises the columns
 * @param pairs what stands where they meet
 * @param past pairings that are over, newest first
 */
public record PairingMatrix(List<Organisation> governments, List<Organisation> enterprises, List<Pairing> pairs,
		List<Pairing> past) {

	private static final int MOST = 500;

	/**
	 * Lays out the pairs.
	 * @param seen the organisations of the reader, {@code null} for all
	 */
	static PairingMatrix of(List<Pairing> pairs, List<Pairing> past, Organisations organisations,
			Collection<String> seen) {
		List<Pairing> all = Stream.concat(pairs.stream(), past.stream()).toList();
		return new PairingMatrix(side(Side.GOVERNMENT, all, organisations, seen),
				side(Side.ENTERPRISE, all, organisations, seen), pairs, past);
	}

	/** Everybody of a side that is paired or could be. */
	private static List<Organisation> side(Side side, List<Pairing> pairs, Organisations organisations,
			Collection<String> seen) {
		Stream<String> paired = pairs.stream().flatMap((pair) -> pair.organisations().stream());
		Stream<String> others = (seen != null) ? seen.stream()
				: organisations.search("", side, MOST).stream().map(Organisation::code);
		return Stream.concat(paired, others)
			.distinct()
			.flatMap((code) -> organisations.find(code).stream())
			.filter((organisation) -> organisation.side() == side)
			.sorted(Comparator.comparing(Organisation::demo).thenComparing(Organisation::code))
			.toList();
	}

	/** What stands at a meeting point, or {@code null}. */
	public Pairing at(Organisation government, Organisation enterprise) {
		return at(this.pairs, government, enterprise);
	}

	/** The last pairing of these two that is over, if they are not paired now. */
	public Pairing pastAt(Organisation government, Organisation enterprise) {
		return (at(government, enterprise) != null) ? null : at(this.past, government, enterprise);
	}

	private static Pairing at(List<Pairing> pairs, Organisation government, Organisation enterprise) {
		return pairs.stream()
			.filter((pair) -> pair.governmentOrg().equals(government.code())
					&& pair.enterpriseOrg().equals(enterprise.code()))
			.findFirst()
			.orElse(null);
	}

	/** The pairings of one organisation. */
	public List<Pairing> of(Organisation organisation) {
		return this.pairs.stream().filter((pair) -> pair.organisations().contains(organisation.code())).toList();
	}

	/** What an organisation had once. */
	public List<Pairing> pastOf(Organisation organisation) {
		return this.past.stream().filter((pair) -> pair.organisations().contains(organisation.code())).toList();
	}

	/** The organisation of that code on either side. */
	public Organisation organisation(String code) {
		return Stream.concat(this.governments.stream(), this.enterprises.stream())
			.filter((organisation) -> organisation.code().equals(code))
			.findFirst()
			.orElse(null);
	}

}
