package org.gongjian.pairing;

import org.gongjian.shared.Bilingual;

/**
 * A line of the register: a pairing with the names of both sides.
 */
public record PairingRow(Pairing pairing, Bilingual government, Bilingual enterprise) {
}
