package org.gongjian.pairing;

import java.util.UUID;

/**
 * A case that changes a pairing in force.
 *
 * @param pairing the id of that pairing
 * @param open whether it is still under way
 */
record Change(String caseNumber, UUID pairing, RequestType type, boolean open) {
}
