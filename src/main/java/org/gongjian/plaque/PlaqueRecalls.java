package org.gongjian.plaque;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.gongjian.approval.HouseRequests;
import org.gongjian.casefile.Cases;
import org.gongjian.engine.Processes;
import org.gongjian.organisation.OrganisationEnded;
import org.gongjian.pairing.OpenMatters;
import org.gongjian.pairing.Pairing;
import org.gongjian.pairing.PairingEnded;
import org.gongjian.pairing.PairingRenewed;
import org.gongjian.pairing.Pairings;
import org.gongjian.pairing.Settlement;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Bilingual;
import org.gongjian.shared.Time;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * PlaqueRecalls the plaques of a relation that is over. Nobody is at fault, nobody is
 * heard.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PlaqueRecalls implements OpenMatters {

	private final PlaqueTable plaques;

	private final PlaqueEndTable ends;

	private final MeasureTable measures;

	private final ReviewTable reviews;

	private final Pairings pairings;

	private final HouseRequests requests;

	private final Cases cases;

	private final Processes processes;

	private final Clock clock;

	PlaqueRecalls(PlaqueTable plaques, PlaqueEndTable ends, MeasureTable measures, ReviewTable reviews,
			Pairings pairings, HouseRequests requests, Cases cases, Processes processes, Clock clock) {
		this.plaques = plaques;
		this.ends = ends;
		this.measures = measures;
		this.reviews = reviews;
		this.pairings = pairings;
		this.requests = requests;
		this.cases = cases;
		this.processes = processes;
		this.clock = clock;
	}

	@Override
	public Kind kind() {
		return Kind.PLAQUE;
	}

	@Override
	@Transactional(readOnly = true)
	public List<Matter> of(Pairing pairing) {
		return this.ends.ofPairing(pairing.number())
			.stream()
			.filter((plaque) -> plaque.inForce(today()))
			.map((plaque) -> new Matter(plaque.number(),
					new Bilingual("Plaque of " + plaque.name().en(), plaque.name().zh() + "牌匾"),
					"/plaques/" + plaque.number()))
			.toList();
	}

	/**
	 * Its plaques are recalled, unless the close-out check lets one hang until it
	 * expires.
	 */
	@EventListener
	void ended(PairingEnded pairing) {
		overtake(pairing.number(), "PairingEnded");
		List<Plaque> over = this.ends.ofPairing(pairing.number())
			.stream()
			.filter((plaque) -> pairing.of(plaque.number())
				.filter((settled) -> settled.action() == Settlement.Action.KEEP_UNTIL_EXPIRY)
				.isEmpty())
			.toList();
		recall(over, "Pairing " + pairing.number() + " is over. 结对" + pairing.number() + "已结束。");
	}

	/** Its plaques stand for the pairing that follows. */
	@EventListener
	void renewed(PairingRenewed pairing) {
		this.ends.ofPairing(pairing.number()).forEach((plaque) -> this.ends.stand(plaque.id(), pairing.successor()));
	}

	/** An organisation that exists no more holds no plaque. */
	@EventListener
	void dissolved(OrganisationEnded organisation) {
		List<Plaque> held = this.plaques.heldBy(organisation.code());
		held.stream()
			.map(Plaque::pairing)
			.distinct()
			.filter((pairing) -> pairing != null)
			.forEach((pairing) -> overtake(pairing, "OrganisationDissolved"));
		open(held.stream().filter(this::standing).toList(), "The organisation exists no more. 党组织已撤销。");
	}

	/** Plaques that ran out while nobody renewed their pairing. */
	void expired(List<Plaque> plaques) {
		recall(plaques.stream()
			.filter((plaque) -> plaque.pairing() != null && plaque.provenance() == null)
			.filter((plaque) -> this.pairings.find(plaque.pairing())
				.filter((pairing) -> !pairing.inForceOn(today()))
				.isPresent())
			.toList(), "The term of the plaque is over. 牌匾有效期已满。");
	}

	/** Plaques whose holder is paired otherwise stand for that pairing from now on. */
	private void recall(List<Plaque> plaques, String why) {
		var over = new ArrayList<Plaque>();
		for (Plaque plaque : plaques.stream().filter(this::standing).toList()) {
			Optional<Pairing> other = this.pairings.inForce(plaque.organisation())
				.stream()
				.filter((pairing) -> pairing.inForceOn(today()) && !pairing.number().equals(plaque.pairing()))
				.findFirst();
			if (other.isPresent()) {
				this.ends.stand(plaque.id(), other.get().number());
			}
			else {
				over.add(plaque);
			}
		}
		open(over, why);
	}

	/** Whether it still hangs somewhere and nothing is done about it yet. */
	private boolean standing(Plaque plaque) {
		boolean out = plaque.state().isInForce()
				|| (plaque.state() == PlaqueState.EXPIRED && plaque.replacedBy() == null);
		return out && this.measures.ofPlaque(plaque.number()).stream().noneMatch(Measure::open);
	}

	private void open(List<Plaque> plaques, String why) {
		if (!plaques.isEmpty()) {
			this.requests.open(Award.PROCESS, Actor.SYSTEM,
					Map.of("awardType", "RECALL", "groundText", why, TakeBackSteps.TAKEN_BACK,
							plaques.stream().map((plaque) -> Map.of("plaque", plaque.number())).toList()));
		}
	}

	/** A review that has not led to a revocation yet ends without a result. */
	private void overtake(String pairing, String message) {
		this.reviews.ofPairing(pairing)
			.stream()
			.filter((review) -> review.open() && review.caseNumber() != null)
			.filter((review) -> this.measures.ofCase(review.caseNumber())
				.stream()
				.noneMatch((measure) -> measure.open() && measure.kind() != Measure.Kind.RECTIFY))
			.forEach((review) -> {
				this.cases.lock(review.caseNumber());
				this.processes.deliver(message, review.caseNumber(), Map.of());
			});
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), Time.OFFICE);
	}

}
