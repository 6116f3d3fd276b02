package org.gongjian.organisation;

/**
 * An organisation was ended; the message {@code OrganisationDissolved} of diagrams.
 * Published in the transaction of the change.
 *
 * @param mergedInto the organisation it went up in, or {@code null}
 */
public record OrganisationEnded(String code, String mergedInto) {
}
