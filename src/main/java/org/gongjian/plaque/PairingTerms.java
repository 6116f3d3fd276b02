package org.gongjian.plaque;

import java.util.Optional;

/** Where plaques look up pairings. */
interface PairingTerms {

	Optional<PairingTerm> find(String number);

}
