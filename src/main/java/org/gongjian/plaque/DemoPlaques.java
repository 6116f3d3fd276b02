package org.gongjian.plaque;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.gongjian.casefile.Numbers;
import org.gongjian.organisation.DemoPart;
import org.gongjian.organisation.DemoSource;
import org.gongjian.organisation.Organisations;
import org.gongjian.pairing.Pairing;
import org.gongjian.pairing.PairingFilter;
import org.gongjian.pairing.Pairings;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Time;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * The plaques of the article's ceremony, one for each side of its pairings, those of the
 * fictional pairings, and a ceremony to come. Numbers and terms are fill-ins.
 */
@Component
@Profile("demo")
class DemoPlaques implements DemoPart {

	private static final String FILL_IN = "D";

	/** Who awards them in the demonstration; the article does not name the body. */
	private static final String ISSUER = "湘潭高新区党工委（演示）";

	private static final int MOST = 100;

	private final CeremonyTable ceremonies;

	private final PlaqueTable plaques;

	private final Pairings pairings;

	private final Organisations organisations;

	private final Numbers numbers;

	private final Clock clock;

	DemoPlaques(CeremonyTable ceremonies, PlaqueTable plaques, Pairings pairings, Organisations organisations,
			Numbers numbers, Clock clock) {
		this.ceremonies = ceremonies;
		this.plaques = plaques;
		this.pairings = pairings;
		this.organisations = organisations;
		this.numbers = numbers;
		this.clock = clock;
	}

	@Override
	public int order() {
		return 60;
	}

	@Override
	public void load(DemoSource source) {
		JsonNode plaque = source.data().get("plaque");
		LocalDate awarded = LocalDate.parse(plaque.get("awardedOn").asString());
		ceremony("Launching ceremony for pairing and co-building; plaque awarding / 结对共建启动仪式暨授牌仪式", awarded, "S",
				"The year is inferred; the place is not stated. 年份为推断，地点未说明。");
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), Time.OFFICE);
		ceremony("Plaque awarding (demo) / 授牌仪式（演示）", today.plusDays(60), FILL_IN, null);
		String text = plaque.get("textZh").asString();
		award(source.data().get("pairings"), text, awarded, today);
		award(source.data().get("fictional").get("pairings"), text, null, today);
	}

	private void ceremony(String title, LocalDate on, String provenance, String note) {
		UUID id = UUID.randomUUID();
		String by = Actor.SYSTEM.username();
		this.ceremonies.insert(id, new CeremonyForm.Planned(title, null, on, note), provenance, by);
		if (provenance.equals("S")) {
			this.ceremonies.hold(id, on, by);
		}
	}

	/** One plaque for each organisation, however many pairings it has. */
	private void award(JsonNode pairs, String text, LocalDate on, LocalDate today) {
		Map<String, Pairing> first = new LinkedHashMap<>();
		for (JsonNode pair : pairs) {
			List<String> sides = List.of(pair.get("gov").asString(), pair.get("ent").asString());
			pairing(sides).ifPresent((pairing) -> sides.forEach((side) -> first.putIfAbsent(side, pairing)));
		}
		var codes = new ArrayList<>(first.keySet());
		for (String code : codes) {
			Pairing pairing = first.get(code);
			LocalDate from = (on == null) ? pairing.termStart() : on;
			boolean over = pairing.termEnd().isBefore(today);
			boolean hung = on == null && !over; // where those of 2024 hang is not stated
			String number = (on == null) ? this.numbers.next("DJGJ", 3)
					: String.format("DJGJ-%d-%03d", on.getYear(), codes.indexOf(code) + 1);
			this.plaques.insert(new Plaque(UUID.randomUUID(), null, code, this.organisations.get(code).names(),
					pairing.number(), number, text, ISSUER, over ? PlaqueState.EXPIRED : PlaqueState.VALID, from,
					pairing.termEnd(), from, hung ? from : null, hung ? "ACTIVITY_ROOM" : null, null, null, FILL_IN));
		}
	}

	private Optional<Pairing> pairing(List<String> sides) {
		PairingFilter ofGovernment = new PairingFilter("", null, sides.get(0));
		return this.pairings.list(Actor.SYSTEM, ofGovernment, null, MOST)
			.items()
			.stream()
			.filter((pairing) -> pairing.enterpriseOrg().equals(sides.get(1)))
			.findFirst();
	}

}
