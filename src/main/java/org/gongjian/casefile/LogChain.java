package org.gongjian.casefile;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How the record of a case is sealed. A value is written as its length in UTF-16 units, a
 * colon and its text, nothing as a hyphen; the values of a line stand below each other.
 * The seal of a line is the SHA-256, in hex, of the seal before it, a line feed and the
 * line. The verifier page of an audit package does the same.
 */
public final class LogChain {

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'")
		.withZone(ZoneOffset.UTC);

	private LogChain() {
	}

	/** The seal of a line of the action log. */
	public static String seal(String before, String caseNumber, LogLine line) {
		LogEntry entry = line.entry();
		return next(before,
				values(caseNumber, String.valueOf(line.place()), moment(entry.at()), entry.actor(), entry.actingFor(),
						entry.action(), entry.step(), entry.stepName(), entry.slot(), entry.task(),
						String.valueOf(entry.round()), entry.decision(), entry.comment(), entry.about(),
						String.valueOf(line.revision()), line.dataHash()));
	}

	/** The seal of a case's data after one revision of it. */
	public static String data(String before, List<FieldChange> changes) {
		String content = changes.stream()
			.map((change) -> values(String.valueOf(change.revision()), change.name(), change.before(), change.after(),
					change.actor(), change.step(), moment(change.at())))
			.collect(Collectors.joining("\n"));
		return changes.isEmpty() ? before : next(before, content);
	}

	/** A moment as it is written in a line, to the microsecond. */
	public static String moment(Instant at) {
		return MOMENT.format(at);
	}

	/** The SHA-256 of bytes, in hex. */
	public static String sha256(byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String next(String before, String content) {
		return sha256((before + "\n" + content).getBytes(StandardCharsets.UTF_8));
	}

	private static String values(String... values) {
		return Arrays.stream(values)
			.map((value) -> (value == null) ? "-" : value.length() + ":" + value)
			.collect(Collectors.joining("\n"));
	}

}
