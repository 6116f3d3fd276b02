package org.gongjian.plaque;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.gongjian.casefile.CaseClosed;
import org.gongjian.casefile.Cases;
import org.gongjian.engine.Call;
import org.gongjian.shared.Actor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Begins and ends what is done about the plaques of a case. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Measures {

	/** The numbers of the plaques a case is about, as a process variable. */
	static final String PLAQUES = "plaques";

	private static final String PLAQUE = "plaque";

	private final MeasureTable table;

	private final PlaqueTable plaques;

	private final PlaqueEndTable ends;

	private final Cases cases;

	Measures(MeasureTable table, PlaqueTable plaques, PlaqueEndTable ends, Cases cases) {
		this.table = table;
		this.plaques = plaques;
		this.ends = ends;
		this.cases = cases;
	}

	/** Those of a case that run. */
	List<Measure> running(String caseNumber) {
		return this.table.ofCase(caseNumber).stream().filter(Measure::open).toList();
	}

	/**
	 * Begins a measure for every plaque of the case, or turns the one that runs into it;
	 * the plaques stand in the state it brings.
	 */
	void begin(Call call, Measure.Kind kind, PlaqueState state, String reason) {
		List<Measure> running = running(call.caseNumber());
		this.table.turn(call.caseNumber(), kind, reason);
		for (String number : Award.codes(call.text(PLAQUES))) {
			Plaque plaque = this.plaques.find(number).orElseThrow();
			if (running.stream().noneMatch((measure) -> measure.plaque().equals(number))) {
				this.table.insert(call.caseNumber(), plaque, kind, reason);
			}
			if (plaque.state() != state) {
				this.plaques.move(plaque.id(), plaque.state(), state, reason);
			}
		}
	}

	/** The plaques go back to where they stood. */
	void end(String caseNumber, String outcome) {
		for (Measure measure : running(caseNumber)) {
			Plaque plaque = this.plaques.find(measure.plaque()).orElseThrow();
			this.plaques.move(plaque.id(), plaque.state(), measure.stateBefore(), null);
			this.table.close(measure.id(), outcome);
		}
	}

	/** The plaques are out of force for good. */
	void retire(Measure measure, String recovery, LocalDate on, LocalDate revokedOn) {
		Plaque plaque = this.plaques.find(measure.plaque()).orElseThrow();
		PlaqueState state = "LOST".equals(recovery) ? PlaqueState.LOST : PlaqueState.RECALLED;
		this.ends.retire(plaque.id(), state, recovery, on, revokedOn,
				(measure.kind() == Measure.Kind.REVOKE) ? "REVOKED" : "RECALLED");
		this.table.recovered(measure.id(), recovery, on);
		this.table.close(measure.id(), "RETIRED");
	}

	/** The plaques as a table of the next form. */
	List<Map<String, Object>> rows(String numbers) {
		return Award.codes(numbers).stream().map((number) -> this.plaques.find(number).orElseThrow()).map((plaque) -> {
			Map<String, Object> row = new LinkedHashMap<>();
			row.put(PLAQUE, plaque.number());
			row.put(Award.ORGANISATION, plaque.organisation());
			return row;
		}).toList();
	}

	void write(Call call, Map<String, Object> changes) {
		this.cases.write(call.caseNumber(), changes, Actor.SYSTEM, call.element());
	}

	Map<String, Object> data(Call call) {
		return this.cases.data(call.caseNumber());
	}

	/** Whatever a case leaves open when it ends otherwise is given up. */
	@EventListener
	void closed(CaseClosed closed) {
		end(closed.number(), "ABANDONED");
	}

}
