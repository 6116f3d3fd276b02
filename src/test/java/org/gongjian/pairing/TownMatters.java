package org.gongjian.pairing;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.gongjian.shared.Bilingual;
import org.springframework.stereotype.Component;

/** Problems of the pairings of {@link PairingTown}, as another room would have them. */
@Component
class TownMatters implements OpenMatters {

	static final Map<String, List<Matter>> OPEN = new ConcurrentHashMap<>();

	static Matter problem(String number) {
		return new Matter(number, new Bilingual("Recruitment", "招聘技能工人"), "/problems/" + number);
	}

	@Override
	public Kind kind() {
		return Kind.PROBLEM;
	}

	@Override
	public List<Matter> of(Pairing pairing) {
		return OPEN.getOrDefault(pairing.number(), List.of());
	}

}
