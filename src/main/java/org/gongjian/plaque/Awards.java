package org.gongjian.plaque;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.gongjian.casefile.Cases;
import org.gongjian.casefile.Numbers;
import org.gongjian.engine.Call;
import org.gongjian.organisation.Organisation;
import org.gongjian.organisation.Organisations;
import org.gongjian.organisation.Parameters;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Bilingual;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What every step of an award needs: its case, its batch, its recipients. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Awards {

	/** Who is on the batch's list, as a process variable. */
	static final String ORGANISATIONS = "recipientOrgs";

	static final String COUNT = "recipientCount";

	private static final int NAMED = 3;

	private final Cases cases;

	private final BatchTable batches;

	private final PlaqueTable plaques;

	private final PlaqueEndTable ends;

	private final Numbers numbers;

	private final Organisations organisations;

	private final Parameters parameters;

	Awards(Cases cases, BatchTable batches, PlaqueTable plaques, PlaqueEndTable ends, Numbers numbers,
			Organisations organisations, Parameters parameters) {
		this.cases = cases;
		this.batches = batches;
		this.plaques = plaques;
		this.ends = ends;
		this.numbers = numbers;
		this.organisations = organisations;
		this.parameters = parameters;
	}

	/** The award a step runs for. */
	Award of(Call call) {
		return new Award(call.caseNumber(), this.batches.ofCase(call.caseNumber()).orElseThrow(),
				this.cases.data(call.caseNumber()));
	}

	void write(Call call, Map<String, Object> changes) {
		this.cases.write(call.caseNumber(), changes, Actor.SYSTEM, call.element());
	}

	/** The plaques that have not been dropped or voided. */
	List<Plaque> standing(UUID batch) {
		return this.plaques.ofBatch(batch)
			.stream()
			.filter((plaque) -> plaque.state() != PlaqueState.NOT_AWARDED && plaque.state() != PlaqueState.VOID)
			.toList();
	}

	/** Tells the process who is left. */
	void count(Call call, UUID batch) {
		List<Plaque> left = standing(batch);
		call.set(ORGANISATIONS, String.join(",", left.stream().map(Plaque::organisation).toList()));
		call.set(COUNT, left.size());
	}

	/** Puts an organisation on the list, again or for the first time. */
	void propose(UUID batch, String organisation, String pairing) {
		this.plaques.ofBatch(batch)
			.stream()
			.filter((plaque) -> plaque.organisation().equals(organisation))
			.findFirst()
			.ifPresentOrElse(
					(plaque) -> this.plaques.move(plaque.id(), PlaqueState.NOT_AWARDED, PlaqueState.PROPOSED, null),
					() -> insert(batch, organisation, pairing));
	}

	/** The text plaques usually have: the first on the list of the house. */
	String usualText() {
		return texts(this.parameters).get(0);
	}

	/** The texts a plaque may have without a reason. */
	static List<String> texts(Parameters parameters) {
		return Arrays.stream(parameters.text("plaque.text").split("[,，;；]")).map(String::strip).toList();
	}

	private void insert(UUID batch, String organisation, String pairing) {
		Organisation known = this.organisations.get(organisation);
		this.plaques.insert(new Plaque(UUID.randomUUID(), batch, organisation, known.names(), pairing, null,
				usualText(), null, PlaqueState.PROPOSED, null, null, null, null, null, null, null, null));
	}

	/** Takes an organisation off the list; a number it has is void from now on. */
	void drop(UUID batch, String organisation, String reason) {
		standing(batch).stream()
			.filter((plaque) -> plaque.organisation().equals(organisation))
			.forEach((plaque) -> drop(plaque, reason));
	}

	void drop(Plaque plaque, String reason) {
		if (plaque.number() == null) {
			this.plaques.move(plaque.id(), plaque.state(), PlaqueState.NOT_AWARDED, reason);
		}
		else if (this.plaques.move(plaque.id(), plaque.state(), PlaqueState.VOID, reason)) {
			this.numbers.voided(plaque.number(), reason);
			this.ends.reinstate(plaque.number());
		}
	}

	/** Names the case after its first recipients. */
	void rename(String caseNumber, List<String> codes) {
		List<Bilingual> names = codes.stream()
			.limit(NAMED)
			.map(this.organisations::get)
			.map((organisation) -> new Bilingual(organisation.nameEn(),
					organisation.shortName(Locale.SIMPLIFIED_CHINESE)))
			.toList();
		int more = codes.size() - names.size();
		String en = String.join(", ", names.stream().map(Bilingual::en).toList());
		String zh = String.join("、", names.stream().map(Bilingual::zh).toList());
		this.cases.rename(caseNumber, new Bilingual("Plaques for " + en + ((more > 0) ? " and " + more + " more" : ""),
				"授牌：" + zh + ((more > 0) ? "等" + codes.size() + "家" : "")));
	}

	/** A table with one row for everybody who is left, for the next form. */
	List<Map<String, Object>> asked(UUID batch, String column, String value) {
		return standing(batch).stream()
			.map((plaque) -> Map.<String, Object>of(Award.ORGANISATION, plaque.organisation(), column, value))
			.toList();
	}

}
