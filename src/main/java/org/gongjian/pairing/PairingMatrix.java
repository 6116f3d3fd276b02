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
 */
public record PairingMatrix(List<Organisation> governments, List<Organisation> enterprises, List<Pairing> pairs) {

	private static final int MOST = 500;

	/**
	 * Lays out the pairs.
	 * @param seen the organisations of the reader, {@code null} for all
	 */
	static PairingMatrix of(List<Pairing> pairs, Organisations organisations, Collection<String> seen) {
		return new PairingMatrix(side(Side.GOVERNMENT, pairs, organisations, seen),
				side(Side.ENTERPRISE, pairs, organisations, seen), pairs);
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
		return this.pairs.stream()
			.filter((pair) -> pair.governmentOrg().equals(government.code())
					&& pair.enterpriseOrg().equals(enterprise.code()))
			.findFirst()
			.orElse(null);
	}

	/** The pairings of one organisation. */
	public List<Pairing> of(Organisation organisation) {
		return this.pairs.stream().filter((pair) -> pair.organisations().contains(organisation.code())).toList();
	}

	/** The organisation of that code on either side. */
	public Organisation organisation(String code) {
		return Stream.concat(this.governments.stream(), this.enterprises.stream())
			.filter((organisation) -> organisation.code().equals(code))
			.findFirst()
			.orElse(null);
	}

}
