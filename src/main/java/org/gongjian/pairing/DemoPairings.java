package org.gongjian.pairing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.gongjian.casefile.Numbers;
import org.gongjian.organisation.DemoPart;
import org.gongjian.organisation.DemoSource;
import org.gongjian.shared.Bilingual;
import org.gongjian.shared.Time;
import tools.jackson.databind.JsonNode;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The pairings the article states, the fictional ones, and a programme that is open. What
 * the article does not say, such as numbers and days of the term, is a fill-in.
 */
@Component
@Profile("demo")
class DemoPairings implements DemoPart {

	private static final Programme OPEN = new Programme("JH-2026",
			new Bilingual("Pairing and co-building 2026 to 2028 (demo)", "结对共建(2026—2028年,演示)"), null,
			LocalDate.of(2026, 1, 1), LocalDate.of(2028, 12, 31), null, null, false, "D", 0);

	/** What the fictional pairings plan for a year. */
	private static final int ACTIVITIES = 4;

	private static final int DEEDS = 2;

	private final ProgrammeTable programmes;

	private final PairingTable pairings;

	private final AgreementTable agreements;

	private final LifeTable life;

	private final Numbers numbers;

	private final Clock clock;

	DemoPairings(ProgrammeTable programmes, PairingTable pairings, AgreementTable agreements, LifeTable life,
			Numbers numbers, Clock clock) {
		this.programmes = programmes;
		this.pairings = pairings;
		this.agreements = agreements;
		this.life = life;
		this.numbers = numbers;
		this.clock = clock;
	}

	@Override
	public int order() {
		return 50;
	}

	@Override
	public void load(DemoSource source) {
		Programme stated = stated(source.data().get("programme"));
		this.programmes.insert(stated);
		this.programmes.insert(OPEN);
		int row = 0;
		for (JsonNode pair : source.data().get("pairings")) {
			row++;
			insert(pair, stated, stated.startsOn(), stated.endsOn(), String.format("JD-2024-%03d", row),
					String.format("XY-2024-%03d", row));
		}
		for (JsonNode pair : source.data().get("fictional").get("pairings")) {
			insert(pair, OPEN, LocalDate.of(2026, 3, 1), LocalDate.of(2027, 2, 28), this.numbers.next("JD", 3),
					this.numbers.next("XY", 3));
		}
	}

	private static Programme stated(JsonNode node) {
		return new Programme("JH-2024", new Bilingual(text(node, "title_en"), text(node, "title_zh")), null,
				LocalDate.parse(text(node, "launch")), LocalDate.parse(text(node.get("end"), "value")), null, null,
				false, "S", 0);
	}

	private void insert(JsonNode pair, Programme programme, LocalDate from, LocalDate to, String number,
			String agreement) {
		Instant at = from.minusDays(30)
			.atTime(9, number.charAt(number.length() - 1) - '0')
			.atZone(Time.OFFICE)
			.toInstant();
		boolean fictional = programme.code().equals(OPEN.code());
		Pairing pairing = new Pairing(UUID.randomUUID(), number, null, programme.code(), text(pair, "gov"),
				text(pair, "ent"), PairingStatus.IN_FORCE,
				fictional ? List.of("TEAM", "ACTIVITY", "APPEAL") : List.of(), from, to, null, null,
				fictional ? ACTIVITIES : 0, fictional ? DEEDS : 0, true, false, false, at, null, from, null,
				fictional ? null : from, text(pair, "provenance"), text(pair, "evidence"));
		this.pairings.insert(pairing);
		this.agreements.insert(new Agreement(UUID.randomUUID(), pairing.id(), agreement + "-01", 1, from, null, null,
				null, null, false));
		if (to.isBefore(LocalDate.ofInstant(this.clock.instant(), Time.OFFICE))) {
			this.life.end(pairing.id(), PairingStatus.EXPIRED, PairingEnded.Reason.EXPIRY.name(), to);
		}
	}

	private static String text(JsonNode node, String name) {
		return node.hasNonNull(name) ? node.get(name).asString() : null;
	}

}
