package org.gongjian.pairing;

/**
 * The same two go on: a pairing was followed by a new one without a gap. Published in the
 * transaction that brings it about, before {@link PairingEffective} of the new one.
 *
 * @param number of the pairing that ended by this
 * @param successor the number of the one that follows
 */
public record PairingRenewed(String number, String successor) {
}
