package org.gongjian.plaque;

import java.util.List;
import java.util.Optional;

/** Where plaques look up pairings. */
interface PairingTerms {

	Optional<PairingTerm> find(String number);

	/** Pairings whose case waits for a ceremony to come into force. */
	List<PairingTerm> waitingForCeremony();

}
