package org.gongjian.plaque;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.gongjian.casefile.Cases;
import org.gongjian.casefile.LogEntry;
import org.gongjian.engine.Processes;
import org.gongjian.shared.Actor;
import org.gongjian.shared.NotAllowed;
import org.gongjian.shared.Overtaken;
import org.gongjian.shared.Time;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

/** Appeals of holders against a revocation that was decided. */
@Service
@Transactional
class Appeals {

	/** Who speaks for an organisation. */
	private static final Set<String> SPEAKERS = Set.of("gov-secretary", "gov-liaison", "ent-secretary", "ent-liaison");

	private static final String APPEALS = "appeals";

	private static final String FILES = "appealFiles";

	private final Plaques plaques;

	private final MeasureTable measures;

	private final Cases cases;

	private final Evidence evidence;

	private final Processes processes;

	private final Clock clock;

	Appeals(Plaques plaques, MeasureTable measures, Cases cases, Evidence evidence, Processes processes, Clock clock) {
		this.plaques = plaques;
		this.measures = measures;
		this.cases = cases;
		this.evidence = evidence;
		this.processes = processes;
		this.clock = clock;
	}

	/** The measure against a plaque this person may appeal against now. */
	@Transactional(readOnly = true)
	Optional<Measure> open(Actor actor, Plaque plaque) {
		boolean speaks = SPEAKERS.stream()
			.anyMatch((role) -> actor.groups().contains(role + "@" + plaque.organisation()));
		return this.measures.ofPlaque(plaque.number())
			.stream()
			.filter((measure) -> speaks && measure.appealable(this.clock.instant()))
			.findFirst();
	}

	/**
	 * Files an appeal; the first of a case is the one that counts for all its plaques.
	 * @param files what proves it, may be empty
	 * @throws org.gongjian.shared.InvalidInput if the grounds or a file are refused
	 * @throws NotAllowed if the actor does not speak for the holder
	 * @throws Overtaken if the appeal period is over or somebody appealed
	 */
	void file(Actor actor, String number, AppealForm form, List<MultipartFile> files) {
		Plaque plaque = this.plaques.visible(actor, number);
		String grounds = form.check();
		Measure measure = open(actor, plaque).orElseThrow(() -> refused(actor, plaque));
		this.cases.lock(measure.caseNumber());
		if (!this.measures.appeal(measure.id(), actor.username())) {
			throw new Overtaken("plaque.appeal.over");
		}
		note(actor, plaque, measure, grounds, this.evidence.keep(actor, files, measure.caseNumber()));
		this.cases.log(measure.caseNumber(), LogEntry.of(actor.username(), "APPEALED", plaque.number(), null));
		if (!this.processes.deliver("AppealFiled", measure.caseNumber(), Map.of())) {
			throw new Overtaken("plaque.appeal.over");
		}
	}

	private RuntimeException refused(Actor actor, Plaque plaque) {
		boolean own = actor.organisations().contains(plaque.organisation());
		return own ? new Overtaken("plaque.appeal.over") : new NotAllowed("plaque.appeal.not-yours");
	}

	private void note(Actor actor, Plaque plaque, Measure measure, String grounds, List<String> files) {
		Map<String, Object> row = new LinkedHashMap<>();
		row.put(Award.ORGANISATION, plaque.organisation());
		row.put("grounds", grounds);
		row.put("filedOn", LocalDate.ofInstant(this.clock.instant(), Time.OFFICE).toString());
		Object before = this.cases.data(measure.caseNumber()).get(APPEALS);
		List<Object> rows = new ArrayList<>((before instanceof List<?> list) ? list : List.of());
		rows.add(row);
		Map<String, Object> changes = new LinkedHashMap<>();
		changes.put(APPEALS, rows);
		changes.put(FILES, files.isEmpty() ? null : files);
		this.cases.write(measure.caseNumber(), changes, actor, "event-appeal-filed");
	}

}
