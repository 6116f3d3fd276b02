package org.gongjian.inbox;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.gongjian.casefile.CaseFile;
import org.gongjian.casefile.Cases;
import org.gongjian.casefile.FieldChange;
import org.gongjian.form.Forms;
import org.gongjian.form.Labels;
import org.gongjian.form.ValueView;
import org.gongjian.shared.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * What changed in a case since a person looked at it last. Whatever changes a case writes
 * a line into its log: where there is none, nothing else is asked.
 */
@Component
class Looks {

	private static final Logger log = LoggerFactory.getLogger(Looks.class);

	private final LookTable table;

	private final Cases cases;

	private final Forms forms;

	private final Labels labels;

	private final Clock clock;

	Looks(LookTable table, Cases cases, Forms forms, Labels labels, Clock clock) {
		this.table = table;
		this.cases = cases;
		this.forms = forms;
		this.labels = labels;
		this.clock = clock;
	}

	/**
	 * What others did since a look.
	 *
	 * @param since when that was
	 * @param values the fields that were changed, as they are now
	 */
	record Changed(Instant since, List<ValueView> values) {

		/** Whether a line of the timeline is newer. */
		public boolean isNew(TimelineEntry entry) {
			return entry.at().isAfter(this.since);
		}

	}

	/**
	 * What changed, and from now on this is the last look; nothing at the first look. To
	 * be called outside of a transaction: two first looks at once are no fault.
	 */
	Optional<Changed> look(Actor actor, CaseFile file, Locale locale) {
		Optional<Instant> last = this.table.last(actor.username(), file.number());
		boolean news = last.isPresent()
				&& this.cases.log(file.number()).stream().anyMatch((entry) -> entry.at().isAfter(last.get()));
		Optional<Changed> changed = last
			.map((since) -> new Changed(since, news ? values(actor, file, since, locale) : List.of()));
		if (news) {
			this.table.again(actor.username(), file.number(), this.clock.instant());
		}
		else if (last.isEmpty()) {
			first(actor, file);
		}
		return changed;
	}

	private void first(Actor actor, CaseFile file) {
		try {
			this.table.first(actor.username(), file.number(), this.clock.instant());
		}
		catch (DuplicateKeyException twice) {
			log.debug("The same page was opened twice at once: one look is as good as the other", twice);
		}
	}

	private List<ValueView> values(Actor actor, CaseFile file, Instant since, Locale locale) {
		List<String> names = this.cases.changes(file.number(), since)
			.stream()
			.filter((change) -> !change.actor().equals(actor.username()))
			.map(FieldChange::name)
			.map((name) -> (name.indexOf('.') < 0) ? name : name.substring(0, name.indexOf('.')))
			.distinct()
			.toList();
		return names.isEmpty() ? List.of() : this.labels.describe(this.forms.catalogue(file.definition()), names,
				this.cases.data(file.number()), locale);
	}

}
