package org.gongjian.operations;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;

import org.gongjian.casefile.FieldChange;
import org.gongjian.casefile.LogChain;
import org.gongjian.casefile.LogEntry;
import org.gongjian.casefile.LogLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Verifies an audit package without the house, as an auditor's own tool would. */
final class AuditCheck {

	private static final JsonMapper JSON = new JsonMapper();

	private AuditCheck() {
	}

	static Map<String, byte[]> files(byte[] zip) {
		Map<String, byte[]> files = new LinkedHashMap<>();
		try (var in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
			for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
				files.put(entry.getName(), in.readAllBytes());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return files;
	}

	static String problem(byte[] zip) {
		return problem(files(zip));
	}

	/** What is wrong, or {@code null}. */
	static String problem(Map<String, byte[]> files) {
		byte[] sealed = files.get("manifest.json");
		if (!LogChain.sha256(sealed).equals(new String(files.get("seal.txt"), StandardCharsets.UTF_8))) {
			return "the manifest is not what was sealed";
		}
		JsonNode manifest = JSON.readTree(sealed);
		for (String name : files.keySet()) {
			boolean own = name.equals("manifest.json") || name.equals("seal.txt");
			if (!own && !LogChain.sha256(files.get(name)).equals(manifest.get("files").path(name).asString(""))) {
				return name + " was changed";
			}
		}
		return chain(JSON.readTree(files.get("log.json")), JSON.readTree(files.get("data-changes.json")), manifest);
	}

	private static String chain(JsonNode log, JsonNode changes, JsonNode manifest) {
		String hash = "";
		String data = "";
		int revision = 0;
		for (JsonNode line : log) {
			int next = Integer.parseInt(text(line, 13));
			for (int each = revision + 1; each <= next; each++) {
				data = LogChain.data(data, of(changes, each));
			}
			revision = next;
			LogEntry entry = new LogEntry(Instant.parse(text(line, 1)), text(line, 2), text(line, 3), text(line, 4),
					text(line, 5), text(line, 6), text(line, 7), text(line, 8), Integer.parseInt(text(line, 9)),
					text(line, 10), text(line, 11), text(line, 12));
			hash = LogChain.seal(hash, manifest.get("case").asString(),
					new LogLine(Integer.parseInt(text(line, 0)), entry, next, text(line, 14), text(line, 15)));
			if (!hash.equals(text(line, 15)) || !data.equals(text(line, 14))) {
				return "line " + text(line, 0) + " is not what it was";
			}
		}
		return hash.equals(manifest.get("lastHash").asString()) ? null : "the log ends elsewhere";
	}

	private static List<FieldChange> of(JsonNode changes, int revision) {
		List<FieldChange> some = new ArrayList<>();
		for (JsonNode change : changes) {
			if (Integer.parseInt(text(change, 0)) == revision) {
				some.add(new FieldChange(revision, text(change, 1), text(change, 2), text(change, 3), text(change, 4),
						text(change, 5), Instant.parse(text(change, 6))));
			}
		}
		return some;
	}

	private static String text(JsonNode list, int at) {
		JsonNode value = list.get(at);
		return value.isNull() ? null : value.asString();
	}

}
