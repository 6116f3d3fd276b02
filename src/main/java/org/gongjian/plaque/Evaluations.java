package org.gongjian.plaque;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.gongjian.organisation.Organisation;
import org.gongjian.organisation.Organisations;
import org.gongjian.organisation.Parameters;
import org.gongjian.pairing.Measured;
import org.gongjian.shared.Actor;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Slice;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of evaluations. A grade is seen by the two organisations and the zone
 * only.
 */
@Service
@Transactional
class Evaluations {

	static final String ANNUAL = "ANNUAL";

	static final String RENEWAL = "RENEWAL";

	private static final int MOST = 100;

	private final EvaluationTable table;

	private final ReviewTable reviews;

	private final Organisations organisations;

	private final Parameters parameters;

	Evaluations(EvaluationTable table, ReviewTable reviews, Organisations organisations, Parameters parameters) {
		this.table = table;
		this.reviews = reviews;
		this.organisations = organisations;
		this.parameters = parameters;
	}

	/** A page as this person may see it, newest first. */
	@Transactional(readOnly = true)
	Slice<Evaluation> list(Actor actor, EvaluationFilter filter, String cursor, int limit) {
		List<Evaluation> rows = this.table.page(filter, actor.zoneWide(), actor.organisations(),
				EvaluationFilter.After.of(cursor), limit + 1);
		return Slice.cut(rows, limit, EvaluationFilter.After::cursor);
	}

	/**
	 * One of them.
	 * @throws NotFound if there is none this person may see
	 */
	@Transactional(readOnly = true)
	Evaluation visible(Actor actor, UUID id) {
		return this.table.find(id)
			.filter((one) -> seenBy(actor, one))
			.orElseThrow(() -> new NotFound("evaluation " + id));
	}

	private static boolean seenBy(Actor actor, Evaluation one) {
		return actor.zoneWide() || one.organisations().stream().anyMatch(actor.organisations()::contains);
	}

	/** Those of a pairing this person may see, newest first. */
	@Transactional(readOnly = true)
	List<Evaluation> ofPairing(Actor actor, String pairing) {
		return (pairing == null) ? List.of()
				: this.table.ofPairing(pairing).stream().filter((one) -> seenBy(actor, one)).toList();
	}

	/** The points by criterion, in the order of the scheme. */
	@Transactional(readOnly = true)
	List<Evaluation.Score> scores(Evaluation one) {
		return this.table.scores(one.id()).stream().sorted(Comparator.comparing(Evaluation.Score::criterion)).toList();
	}

	/** The annual evaluation of a year, if there was one. */
	@Transactional(readOnly = true)
	Optional<Evaluation> annual(String pairing, int year) {
		return this.table.ofPairing(pairing)
			.stream()
			.filter((one) -> one.kind().equals(ANNUAL) && one.year() == year)
			.findFirst();
	}

	/** The weights of the scheme, parameters {@code evaluation.weight.*}. */
	Map<Measured.Criterion, Integer> weights() {
		Map<Measured.Criterion, Integer> weights = new EnumMap<>(Measured.Criterion.class);
		for (Measured.Criterion criterion : Measured.Criterion.values()) {
			weights.put(criterion,
					this.parameters.number("evaluation.weight." + criterion.name().toLowerCase(java.util.Locale.ROOT)));
		}
		return weights;
	}

	/** Points between 0 and 100 with one decimal. */
	static BigDecimal total(List<Evaluation.Score> scores, BigDecimal bonus, BigDecimal deduction) {
		BigDecimal sum = scores.stream().map(Evaluation.Score::points).reduce(BigDecimal.ZERO, BigDecimal::add);
		return sum.add(bonus)
			.subtract(deduction)
			.max(BigDecimal.ZERO)
			.min(BigDecimal.valueOf(MOST))
			.setScale(1, RoundingMode.HALF_UP);
	}

	/** The band of a total by the parameters. */
	Evaluation.Grade band(BigDecimal total) {
		for (Evaluation.Grade grade : List.of(Evaluation.Grade.EXCELLENT, Evaluation.Grade.GOOD,
				Evaluation.Grade.PASS)) {
			int from = this.parameters.number("evaluation.bands." + grade.name().toLowerCase(java.util.Locale.ROOT));
			if (total.compareTo(BigDecimal.valueOf(from)) >= 0) {
				return grade;
			}
		}
		return Evaluation.Grade.FAIL;
	}

	/**
	 * Enters one; what the same case said of the same before is forgotten. The annual
	 * ones of the year are graded anew.
	 * @return it, as graded
	 */
	Evaluation enter(Evaluation one, List<Evaluation.Score> scores) {
		this.table.insert(one, searchKey(one));
		scores.forEach((score) -> this.table.insert(one.id(), score));
		if (one.kind().equals(ANNUAL)) {
			regrade(one.year());
		}
		return this.table.find(one.id()).orElseThrow();
	}

	void forget(String caseNumber) {
		this.table.forget(caseNumber);
	}

	/**
	 * Not more than a share of the pairs reviewed is excellent: the best of them, the
	 * others in that band are good.
	 */
	private void regrade(int year) {
		int most = excellent(this.reviews.count(year));
		int excellent = 0;
		for (Evaluation one : this.table.ofYear(year)) {
			boolean best = one.band() == Evaluation.Grade.EXCELLENT && excellent < most;
			excellent += best ? 1 : 0;
			Evaluation.Grade grade = (one.band() == Evaluation.Grade.EXCELLENT && !best) ? Evaluation.Grade.GOOD
					: one.band();
			if (grade != one.grade()) {
				this.table.grade(one.id(), grade);
			}
		}
	}

	/** How many of so many may be excellent. */
	int excellent(int of) {
		return of * this.parameters.number("evaluation.excellentShare") / MOST;
	}

	private String searchKey(Evaluation one) {
		StringBuilder key = new StringBuilder(one.pairing()).append(' ').append(one.caseNumber());
		for (Organisation organisation : this.organisations.all(one.organisations())) {
			key.append(' ').append(organisation.nameEn()).append(' ').append(organisation.names().zh());
		}
		return key.toString().toLowerCase(java.util.Locale.ROOT);
	}

}
