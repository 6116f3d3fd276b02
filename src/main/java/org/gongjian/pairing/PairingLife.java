package org.gongjian.pairing;

import java.time.LocalDate;
import java.util.UUID;

/**
 * How a pairing goes on once it is in force.
 *
 * @param endedReason a {@link PairingEnded.Reason} or RENEWED, {@code null} while it goes
 * on
 * @param predecessor the pairing it follows, or {@code null}
 * @param lastActivityOn the day of the last confirmed activity, or {@code null}
 * @param inactiveSince since when it is flagged as inactive, or {@code null}
 * @param suspendedOn since when it rests, or {@code null}
 * @param suspendReason why it rests, or {@code null}
 */
public record PairingLife(String endedReason, UUID predecessor, LocalDate lastActivityOn, LocalDate inactiveSince,
		LocalDate suspendedOn, String suspendReason) {
}
