package org.gongjian.casefile;

import java.time.Instant;
import java.util.UUID;

/**
 * A file that lies in the house.
 *
 * @param name the name it came with, made safe to show
 * @param mediaType what it is, found in its content
 * @param size in bytes
 * @param sha256 of its content, in hex
 * @param owner the account that brought it
 * @param caseNumber the case it belongs to, or {@code null} while it belongs to a draft
 * @param storedAt when it came
 */
public record Attachment(UUID id, String name, String mediaType, long size, String sha256, String owner,
		String caseNumber, Instant storedAt) {

	/** The ending that says its kind, {@code pdf}; {@code jpg} for every JPEG. */
	public String extension() {
		return ContentType.ofMediaType(this.mediaType).extension();
	}

	/** Where it is downloaded. */
	public String path() {
		return (this.caseNumber == null) ? "/form/uploads/" + this.id
				: "/cases/" + this.caseNumber + "/attachments/" + this.id;
	}

	/** The size as people read it, {@code 1.2 MB}. */
	public String readableSize() {
		if (this.size < 1000) {
			return this.size + " B";
		}
		if (this.size < 1_000_000) {
			return Math.round(this.size / 1000.0) + " kB";
		}
		return Math.round(this.size / 100_000.0) / 10.0 + " MB";
	}

}
