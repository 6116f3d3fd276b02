package org.gongjian.plaque;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongjian.engine.Call;
import org.gongjian.engine.DueDates;
import org.gongjian.organisation.Parameters;
import org.gongjian.shared.Overtaken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The steps of a public notice. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class NoticeSteps {

	private final Awards awards;

	private final NoticeTable notices;

	private final ObjectionTable objections;

	private final Parameters parameters;

	private final DueDates dueDates;

	private final Clock clock;

	NoticeSteps(Awards awards, NoticeTable notices, ObjectionTable objections, Parameters parameters, DueDates dueDates,
			Clock clock) {
		this.awards = awards;
		this.notices = notices;
		this.objections = objections;
		this.parameters = parameters;
		this.dueDates = dueDates;
		this.clock = clock;
	}

	/** Publishes who is to get a plaque, and says until when one may object. */
	void publish(Call call) {
		Award award = this.awards.of(call);
		Instant now = this.clock.instant();
		Instant closes = this.dueDates.after(now, "P" + this.parameters.number("plaque.noticeWd") + "WD");
		List<String> recipients = this.awards.standing(award.batch().id()).stream().map(Plaque::organisation).toList();
		this.notices.insert(new Notice(UUID.randomUUID(), award.batch().id(), award.caseNumber(),
				award.text("plaqueText"), award.text("issuer"), recipients, now, closes, false));
		call.set("noticeEndsAt", Date.from(closes));
	}

	/** The objection holds: the recipient it is about is dropped, nobody else. */
	void uphold(Call call) {
		Award award = this.awards.of(call);
		Objection objection = settle(call, award, "UPHELD");
		this.awards.drop(award.batch().id(), objection.organisation(), "OBJECTION");
		List<Map<String, Object>> rows = award.rows(Award.RECIPIENTS);
		rows.stream()
			.filter((row) -> objection.organisation().equals(Award.text(row, Award.ORGANISATION)))
			.forEach((row) -> row.put(Award.VERDICT, Award.DROP));
		this.awards.write(call, Map.of(Award.RECIPIENTS, rows));
		this.awards.count(call, award.batch().id());
	}

	/** The objection does not hold: nothing changes. */
	void dismiss(Call call) {
		settle(call, this.awards.of(call), "DISMISSED");
	}

	private Objection settle(Call call, Award award, String state) {
		UUID id = award.id("objection");
		Objection objection = this.objections.find(id).orElseThrow();
		if (!this.objections.settle(id, state, award.text("findings"), this.clock.instant())) {
			throw new Overtaken("plaque.objection.settled", null, objection.settledAt(), objection.state());
		}
		return objection;
	}

}
