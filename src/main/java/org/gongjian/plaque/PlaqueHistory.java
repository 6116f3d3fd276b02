package org.gongjian.plaque;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.gongjian.casefile.Cases;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Time;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Gathers everything there is to say of one plaque, oldest first. */
@Component
class PlaqueHistory {

	private static final String CASE = "/cases/";

	private final NoticeTable notices;

	private final ObjectionTable objections;

	private final MeasureTable measures;

	private final WallCheckTable walls;

	private final Evaluations evaluations;

	private final BatchTable batches;

	private final Cases cases;

	private final MessageSource messages;

	PlaqueHistory(NoticeTable notices, ObjectionTable objections, MeasureTable measures, WallCheckTable walls,
			Evaluations evaluations, BatchTable batches, Cases cases, MessageSource messages) {
		this.notices = notices;
		this.objections = objections;
		this.measures = measures;
		this.walls = walls;
		this.evaluations = evaluations;
		this.batches = batches;
		this.cases = cases;
		this.messages = messages;
	}

	/**
	 * One thing that happened.
	 *
	 * @param href where more is to be seen, or {@code null}
	 */
	record Line(LocalDate on, String text, String href) {
	}

	/** What this person, who may see the plaque, may know of it. */
	List<Line> of(Actor actor, Plaque plaque, Locale locale) {
		var lines = new ArrayList<Line>();
		Optional<Batch> awarded = Optional.ofNullable(plaque.batch()).flatMap(this.batches::find);
		awarded.ifPresent((batch) -> award(plaque, batch, locale, lines));
		received(plaque, locale, lines);
		awarded.ifPresent((batch) -> photo(plaque, batch, locale, lines));
		for (Evaluation one : this.evaluations.ofPairing(actor, plaque.pairing())) {
			lines.add(new Line(day(one.at()), text("plaque.history.evaluated", locale, Integer.toString(one.year()),
					one.total(), text("plaque.grade." + one.grade(), locale)), "/evaluations/" + one.id()));
		}
		this.measures.ofPlaque(plaque.number()).forEach((measure) -> measure(measure, locale, lines));
		for (WallCheckTable.WallCheck check : this.walls.of(plaque.number())) {
			lines.add(new Line(check.on(),
					text("plaque.history.wall", locale, text("plaque.wall." + check.found(), locale))
							+ ((check.note() == null) ? "" : ": " + check.note()),
					null));
		}
		lines.sort(Comparator.comparing(Line::on));
		return lines;
	}

	private void award(Plaque plaque, Batch batch, Locale locale, List<Line> lines) {
		this.cases.find(batch.caseNumber())
			.ifPresent((file) -> lines.add(new Line(day(file.openedAt()),
					text("plaque.history.batch." + batch.awardType(), locale, batch.caseNumber()),
					CASE + batch.caseNumber())));
		for (Notice notice : this.notices.ofCase(batch.caseNumber())) {
			lines.add(
					new Line(day(notice.openedAt()), text("plaque.history.notice", locale), "/notices/" + notice.id()));
		}
		for (Objection objection : this.objections.ofCase(batch.caseNumber())) {
			if (objection.organisation().equals(plaque.organisation())) {
				lines.add(new Line(day(objection.raisedAt()), text("plaque.history.objection", locale,
						objection.number(), text("plaque.objection.state." + objection.state(), locale)), null));
			}
		}
	}

	private void photo(Plaque plaque, Batch batch, Locale locale, List<Line> lines) {
		Award award = new Award(batch.caseNumber(), batch, this.cases.data(batch.caseNumber()));
		Object photos = award.answer("hanging", plaque.organisation()).get("photo");
		if (photos instanceof List<?> list && !list.isEmpty() && plaque.hungOn() != null) {
			lines.add(new Line(plaque.hungOn(), text("plaque.history.photo", locale),
					CASE + batch.caseNumber() + "/attachments/" + list.get(0)));
		}
	}

	private void received(Plaque plaque, Locale locale, List<Line> lines) {
		if (plaque.handedOn() != null) {
			lines.add(new Line(plaque.handedOn(), text("plaque.history.handed", locale), null));
		}
		if (plaque.hungOn() != null) {
			lines.add(new Line(plaque.hungOn(), text("plaque.history.hung", locale), null));
		}
	}

	private void measure(Measure measure, Locale locale, List<Line> lines) {
		String href = CASE + measure.caseNumber();
		lines.add(new Line(day(measure.openedAt()),
				text("plaque.measure.kind." + measure.kind(), locale) + reason(measure.reason(), locale), href));
		if (measure.decidedOn() != null) {
			lines.add(new Line(measure.decidedOn(), text("plaque.history.decided", locale), href));
		}
		if (measure.appealedAt() != null) {
			lines.add(new Line(day(measure.appealedAt()), text("plaque.history.appealed", locale), href));
		}
		if (measure.appealDecision() != null) {
			lines.add(new Line(day(measure.appealedAt()),
					text("plaque.history.appeal." + measure.appealDecision(), locale), href));
		}
		if (measure.recoveredOn() != null) {
			lines.add(new Line(measure.recoveredOn(), text("plaque.history.recovery." + measure.recovery(), locale),
					href));
		}
	}

	private String reason(String code, Locale locale) {
		return (code == null) ? "" : ": " + this.messages.getMessage("plaque.reason." + code, null, code, locale);
	}

	private String text(String key, Locale locale, Object... arguments) {
		return this.messages.getMessage(key, arguments, locale);
	}

	private static LocalDate day(Instant at) {
		return LocalDate.ofInstant(at, Time.OFFICE);
	}

}
