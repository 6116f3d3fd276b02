package org.gongjian.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.gongjian.casefile.Attachment;
import org.gongjian.casefile.Attachments;
import org.gongjian.casefile.CaseFile;
import org.gongjian.casefile.CaseRecord;
import org.gongjian.casefile.Cases;
import org.gongjian.casefile.Discussion;
import org.gongjian.casefile.FieldChange;
import org.gongjian.casefile.LogChain;
import org.gongjian.casefile.LogEntry;
import org.gongjian.casefile.LogLine;
import org.gongjian.engine.Definitions;
import org.gongjian.form.Forms;
import org.gongjian.identity.Journal;
import org.gongjian.shared.Actor;
import org.gongjian.shared.NotAllowed;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the audit package of a case: everything that was recorded, and a page that
 * verifies it anywhere. Process administrators and auditors may have it of every case
 * they may see.
 */
@Service
class Audits {

	private static final List<String> PAGE = List.of("verify.html", "verify.js", "verify.css");

	private final Cases cases;

	private final Discussion discussion;

	private final CaseRecord record;

	private final Attachments attachments;

	private final Definitions definitions;

	private final Forms forms;

	private final Journal journal;

	private final JsonMapper json;

	private final Clock clock;

	Audits(Cases cases, Discussion discussion, CaseRecord record, Attachments attachments, Definitions definitions,
			Forms forms, Journal journal, JsonMapper json, Clock clock) {
		this.cases = cases;
		this.discussion = discussion;
		this.record = record;
		this.attachments = attachments;
		this.definitions = definitions;
		this.forms = forms;
		this.journal = journal;
		this.json = json;
		this.clock = clock;
	}

	/**
	 * The package of a case, as it is now. The journal keeps its seal.
	 * @throws NotAllowed to whoever may see the case but is no auditor
	 */
	@Transactional
	AuditPackage.Sealed of(Actor actor, String number) {
		CaseFile file = this.cases.visible(actor, number);
		if (!CaseRecord.mayAudit(actor)) {
			throw new NotAllowed("operations.audit.not-yours");
		}
		this.cases.lock(number);
		var made = new AuditPackage();
		made.add("log.json", write(this.record.lines(number).stream().map(Audits::line).toList()));
		made.add("data-changes.json", write(this.record.changes(number).stream().map(Audits::change).toList()));
		made.add("data.json", write(this.cases.data(number)));
		made.add("comments.json", write(this.discussion.of(number)));
		diagram(file, made);
		PAGE.forEach((name) -> made.add(name, page(name)));
		AuditPackage.Sealed sealed = made.seal(write(manifest(actor, file, made)));
		this.journal.record("audit.package", number, sealed.seal());
		return sealed;
	}

	/** The diagram and the forms of the version the case runs on. */
	private void diagram(CaseFile file, AuditPackage made) {
		made.add("process/" + file.process() + ".bpmn", this.definitions.diagram(file.definition()));
		this.forms.catalogue(file.definition()).forms().keySet().stream().sorted().forEach((step) -> {
			String name = "forms/" + step + ".json";
			this.definitions.file(file.definition(), name).ifPresent((form) -> made.add("process/" + name, form));
		});
	}

	private Map<String, Object> manifest(Actor actor, CaseFile file, AuditPackage made) {
		Map<String, Object> manifest = new LinkedHashMap<>();
		manifest.put("format", "gongjian-audit-1");
		manifest.put("case", file.number());
		manifest.put("titleEn", file.title().en());
		manifest.put("titleZh", file.title().zh());
		manifest.put("process", file.process());
		manifest.put("version", this.definitions.get(file.definition()).version());
		manifest.put("status", file.status());
		manifest.put("madeAt", LogChain.moment(this.clock.instant()));
		manifest.put("madeBy", actor.username());
		List<LogLine> lines = this.record.lines(file.number());
		manifest.put("lines", lines.size());
		manifest.put("lastHash", lines.isEmpty() ? "" : lines.get(lines.size() - 1).hash());
		manifest.put("attachments", this.attachments.of(file.number()).stream().map(Audits::attachment).toList());
		manifest.put("files", made.hashes());
		return manifest;
	}

	private static Map<String, Object> attachment(Attachment attachment) {
		Map<String, Object> one = new LinkedHashMap<>();
		one.put("id", attachment.id().toString());
		one.put("name", attachment.name());
		one.put("size", attachment.size());
		one.put("sha256", attachment.sha256());
		return one;
	}

	/** The values in the order in which they are sealed, then both seals. */
	private static List<Object> line(LogLine line) {
		LogEntry entry = line.entry();
		List<Object> values = new ArrayList<>();
		values.add(String.valueOf(line.place()));
		values.add(moment(entry.at()));
		values.addAll(Arrays.asList(entry.actor(), entry.actingFor(), entry.action(), entry.step(), entry.stepName(),
				entry.slot(), entry.task(), String.valueOf(entry.round()), entry.decision(), entry.comment(),
				entry.about(), String.valueOf(line.revision()), line.dataHash(), line.hash()));
		return values;
	}

	private static List<Object> change(FieldChange change) {
		return Arrays.asList(String.valueOf(change.revision()), change.name(), change.before(), change.after(),
				change.actor(), change.step(), moment(change.at()));
	}

	private static String moment(Instant at) {
		return LogChain.moment(at);
	}

	private String write(Object content) {
		return this.json.writerWithDefaultPrettyPrinter().writeValueAsString(content);
	}

	private static String page(String name) {
		try {
			return new ClassPathResource("audit/" + name).getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
