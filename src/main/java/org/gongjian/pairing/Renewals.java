package org.gongjian.pairing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

import org.gongjian.approval.HouseRequests;
import org.gongjian.identity.ActorSource;
import org.gongjian.organisation.Person;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.Overtaken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Proposes the renewal of a pairing near its end, in the name of the liaison of the
 * government side. A pairing whose record lacks something, or for which no programme is
 * open, is left to its people.
 */
@Component
class Renewals {

	private static final Logger logger = LoggerFactory.getLogger(Renewals.class);

	private static final String PROCESS = "pairing-approval";

	private final HouseRequests requests;

	private final Programmes programmes;

	private final Liaisons liaisons;

	private final ActorSource actors;

	Renewals(HouseRequests requests, Programmes programmes, Liaisons liaisons, ActorSource actors) {
		this.requests = requests;
		this.programmes = programmes;
		this.liaisons = liaisons;
		this.actors = actors;
	}

	/**
	 * Opens the case, in the caller's transaction; nothing if somebody did, or it cannot
	 * be.
	 */
	void propose(Pairing pairing) {
		Person proposer = this.liaisons.of(Liaisons.GOVERNMENT, pairing.governmentOrg()).orElse(null);
		Programme programme = this.programmes.open().stream().findFirst().orElse(null);
		if (proposer == null || programme == null || !this.requests.knows(PROCESS)) {
			return;
		}
		try {
			this.requests.open(PROCESS, this.actors.actor(proposer.username()), data(pairing, programme));
		}
		catch (InvalidInput incomplete) {
			logger.debug("The renewal of {} is left to its people: {}", pairing.number(), incomplete.getMessage());
		}
		catch (Overtaken done) {
			logger.debug("The renewal of {} was proposed by somebody else", pairing.number());
			throw done;
		}
	}

	/** When a renewal ends: after a year, or with its programme if that ends before. */
	static LocalDate end(LocalDate start, Programme programme) {
		LocalDate year = start.plusYears(1).minusDays(1);
		boolean shorter = programme != null && programme.endsOn().isAfter(start) && programme.endsOn().isBefore(year);
		return shorter ? programme.endsOn() : year;
	}

	private Map<String, Object> data(Pairing pairing, Programme programme) {
		LocalDate start = pairing.termEnd().plusDays(1);
		var data = new HashMap<String, Object>();
		data.put("requestType", RequestType.RENEW.name());
		data.put("pairingId", pairing.number());
		data.put("programme", programme.code());
		data.put("governmentOrg", pairing.governmentOrg());
		data.put("enterpriseOrg", pairing.enterpriseOrg());
		data.put("govLiaison",
				this.liaisons.id(pairing.governmentLiaison(), Liaisons.GOVERNMENT, pairing.governmentOrg()));
		data.put("entLiaison",
				this.liaisons.id(pairing.enterpriseLiaison(), Liaisons.ENTERPRISE, pairing.enterpriseOrg()));
		data.put("reason", "原结对期限于" + pairing.termEnd() + "届满，系统按原协议内容提出续签，请双方确认。");
		data.put("focusAreas", pairing.focusAreas());
		data.put("plannedActivities", pairing.plannedActivities());
		data.put("plannedDeeds", pairing.plannedDeeds());
		data.put("termStart", start.toString());
		data.put("termEnd", end(start, programme).toString());
		data.put("plaqueRequested", pairing.plaqueRequested());
		data.values().removeIf(java.util.Objects::isNull);
		return data;
	}

}
