package org.gongjian.archive;

import java.time.Instant;

import org.gongjian.shared.Bilingual;

/**
 * A completed case as the archive keeps it.
 *
 * @param process the process key
 * @param outcome how the case ended
 * @param retention {@code PERMANENT}, {@code 30Y} or {@code 10Y}
 * @param keepUntil the last year in which it is kept, or {@code null} for ever
 * @param paperLocation where its paper lies, empty if nobody said
 * @param seal what the log of the case hashes to
 * @param changedBy who last changed it here, or {@code null}
 */
record ArchiveItem(String caseNumber, String process, Bilingual title, String outcome, String retention,
		Integer keepUntil, String paperLocation, Instant filedAt, String seal, String changedBy, Instant changedAt,
		int version) {

	/** The beginning of the seal, enough to compare by eye. */
	public String sealStart() {
		return (this.seal.length() > 12) ? this.seal.substring(0, 12) : this.seal;
	}

	/** Whether it may be appraised for destruction in this year. */
	public boolean over(int year) {
		return this.keepUntil != null && this.keepUntil < year;
	}

}
