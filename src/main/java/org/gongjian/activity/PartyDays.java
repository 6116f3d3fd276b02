package org.gongjian.activity;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.gongjian.organisation.Organisation;
import org.gongjian.organisation.Organisations;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotAllowed;
import org.gongjian.shared.Overtaken;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The fixed day of organisations for their monthly theme Party day. Their own liaisons
 * and secretaries set it; a proposal on another day is told so, nothing more.
 */
@Service
@Transactional
class PartyDays {

	private static final Set<String> KEEPERS = Set.of("gov-liaison", "gov-secretary", "ent-liaison", "ent-secretary");

	private final PartyDayTable table;

	private final Organisations organisations;

	PartyDays(PartyDayTable table, Organisations organisations) {
		this.table = table;
		this.organisations = organisations;
	}

	/** The rule of an organisation, if it has one. */
	@Transactional(readOnly = true)
	Optional<PartyDay> of(String organisation) {
		return (organisation == null) ? Optional.empty() : this.table.find(organisation);
	}

	/**
	 * The organisations a person belongs to, each with its rule and its day in a month.
	 */
	@Transactional(readOnly = true)
	List<Own> own(Actor actor, YearMonth month) {
		List<PartyDay> rules = this.table.of(actor.organisations());
		return this.organisations.all(actor.organisations())
			.stream()
			.map((organisation) -> own(actor, organisation, rules, month))
			.filter((own) -> own.rule() != null || own.keeps())
			.toList();
	}

	private static Own own(Actor actor, Organisation organisation, List<PartyDay> rules, YearMonth month) {
		PartyDay rule = rules.stream()
			.filter((one) -> one.organisation().equals(organisation.code()))
			.findFirst()
			.orElse(null);
		return new Own(organisation, rule, (rule == null) ? null : rule.in(month), keeps(actor, organisation.code()));
	}

	/** Whether this person says when the organisation has its Party day. */
	static boolean keeps(Actor actor, String organisation) {
		return KEEPERS.stream().anyMatch((role) -> actor.groups().contains(role + "@" + organisation));
	}

	/**
	 * Sets the day.
	 * @param version of the rule the form was filled in from, -1 for the first time
	 * @throws NotAllowed if it is not their organisation
	 * @throws Overtaken if somebody changed it since
	 */
	void set(Actor actor, String organisation, int week, int weekday, int version) {
		if (!keeps(actor, organisation)) {
			throw new NotAllowed("activity.party-day.not-yours");
		}
		if (week < 1 || week > PartyDay.LAST || weekday < 1 || weekday > 7) {
			throw new InvalidInput("week", "activity.violation.required");
		}
		PartyDay day = new PartyDay(organisation, week, weekday, version);
		try {
			if (version < 0) {
				this.table.insert(day, actor.username());
			}
			else if (!this.table.update(day, actor.username())) {
				throw new Overtaken("activity.party-day.changed");
			}
		}
		catch (DuplicateKeyException first) {
			throw new Overtaken("activity.party-day.changed");
		}
	}

	/** An organisation of somebody's own with its rule, or {@code null}. */
	record Own(Organisation organisation, PartyDay rule, LocalDate day, boolean keeps) {
	}

}
