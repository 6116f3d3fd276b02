package org.gongjian.plaque;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.gongjian.casefile.Cases;
import org.gongjian.casefile.LogEntry;
import org.gongjian.engine.Processes;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Overtaken;
import org.gongjian.shared.RowCursor;
import org.gongjian.shared.Slice;
import org.gongjian.shared.Time;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

/** Public notices, and objections to them. */
@Service
@Transactional
class Notices {

	private static final String OBJECTIONS = "objections";

	private static final String FILES = "objectionFiles";

	/** Who checks objections, and who may in their place. */
	private static final Set<String> CHECKERS = Set.of("discipline", "party-head", "wc-deputy", "wc-secretary");

	private final NoticeTable table;

	private final ObjectionTable objections;

	private final Cases cases;

	private final Evidence evidence;

	private final LateObjections late;

	private final Processes processes;

	private final Clock clock;

	Notices(NoticeTable table, ObjectionTable objections, Cases cases, Evidence evidence, LateObjections late,
			Processes processes, Clock clock) {
		this.table = table;
		this.objections = objections;
		this.cases = cases;
		this.evidence = evidence;
		this.late = late;
		this.processes = processes;
		this.clock = clock;
	}

	/** A page, newest first. */
	@Transactional(readOnly = true)
	Slice<Notice> list(String cursor, int limit) {
		RowCursor before = RowCursor.of(cursor);
		return Slice.cut(this.table.page(before.at(), before.uuid(), limit + 1), limit,
				(notice) -> new RowCursor(notice.openedAt(), notice.id()).text());
	}

	/** A notice. @throws NotFound if there is none */
	@Transactional(readOnly = true)
	Notice get(UUID id) {
		return this.table.find(id).orElseThrow(() -> new NotFound("notice " + id));
	}

	boolean open(Notice notice) {
		return notice.open(this.clock.instant());
	}

	/**
	 * Objects to one recipient; after the notice discipline inspection is told instead of
	 * the case, and files are not taken. Who objects is kept for those who check it, and
	 * stays out of the case; files become part of it without a word of who brought them.
	 * @throws Overtaken if the notice was called off
	 */
	Objection object(Actor actor, UUID id, ObjectionForm form, List<MultipartFile> files) {
		Notice seen = get(id);
		this.cases.lock(seen.caseNumber());
		Notice notice = this.table.lock(id).orElseThrow();
		if (notice.cancelled()) {
			throw new Overtaken("plaque.notice.over");
		}
		ObjectionForm.Checked checked = form.check(notice);
		refuseSecond(actor, notice, checked);
		Objection objection = new Objection(UUID.randomUUID(), id, this.objections.count(id) + 1,
				checked.organisation(), actor.username(), checked.objector(), checked.contact(), checked.claim(),
				"OPEN", null, this.clock.instant(), null, !open(notice), null);
		this.objections.insert(objection);
		if (objection.late()) {
			this.late.tell(notice, objection);
		}
		else {
			tell(notice, objection, this.evidence.keep(Actor.SYSTEM, files, notice.caseNumber()));
		}
		return objection;
	}

	private void refuseSecond(Actor actor, Notice notice, ObjectionForm.Checked checked) {
		boolean twice = this.objections.ofCase(notice.caseNumber())
			.stream()
			.anyMatch((other) -> other.open() && other.raisedBy().equals(actor.username())
					&& other.organisation().equals(checked.organisation()));
		if (twice) {
			throw new InvalidInput("organisation", "plaque.violation.objected");
		}
	}

	private void tell(Notice notice, Objection objection, List<String> files) {
		var row = new LinkedHashMap<String, Object>();
		row.put("objection", objection.id().toString());
		row.put("number", (long) objection.number());
		row.put(Award.ORGANISATION, objection.organisation());
		row.put("claim", objection.claim());
		row.put("raisedOn", LocalDate.ofInstant(objection.raisedAt(), Time.OFFICE).toString());
		Map<String, Object> data = this.cases.data(notice.caseNumber());
		Object before = data.get(OBJECTIONS);
		List<Object> rows = new ArrayList<>((before instanceof List<?> list) ? list : List.of());
		rows.add(row);
		Map<String, Object> changes = new LinkedHashMap<>(Map.of(OBJECTIONS, rows));
		if (!files.isEmpty()) {
			List<Object> all = new ArrayList<>((data.get(FILES) instanceof List<?> list) ? list : List.of());
			all.addAll(files);
			changes.put(FILES, all);
		}
		this.cases.write(notice.caseNumber(), changes, Actor.SYSTEM, "start-objection");
		this.cases.log(notice.caseNumber(),
				LogEntry.of(Actor.SYSTEM.username(), "OBJECTION", objection.organisation(), null));
		if (!this.processes.deliver("ObjectionRaised", notice.caseNumber(), Map.of())) {
			throw new Overtaken("plaque.notice.over");
		}
	}

	/**
	 * An objection with who raised it, for those who check objections and for oneself.
	 * @throws NotFound for everybody else
	 */
	@Transactional(readOnly = true)
	Objection objection(Actor actor, UUID id) {
		return this.objections.find(id)
			.filter((objection) -> CHECKERS.stream().anyMatch(actor::has)
					|| objection.raisedBy().equals(actor.username()))
			.orElseThrow(() -> new NotFound("objection " + id));
	}

	/** The objections to a notice this person may read. */
	@Transactional(readOnly = true)
	List<Objection> objections(Actor actor, Notice notice) {
		boolean checks = CHECKERS.stream().anyMatch(actor::has);
		return this.objections.ofCase(notice.caseNumber())
			.stream()
			.filter((objection) -> objection.notice().equals(notice.id()))
			.filter((objection) -> checks || objection.raisedBy().equals(actor.username()))
			.toList();
	}

}
