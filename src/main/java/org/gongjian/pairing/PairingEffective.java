package org.gongjian.pairing;

/**
 * A pairing has come into force. Published in the transaction that brings it about.
 *
 * @param number {@code JD-2026-001}
 * @param governmentOrg a code
 * @param enterpriseOrg a code
 * @param plaque whether plaques were asked for and approved
 */
public record PairingEffective(String number, String governmentOrg, String enterpriseOrg, boolean plaque) {
}
