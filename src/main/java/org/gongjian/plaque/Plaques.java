package org.gongjian.plaque;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

import org.gongjian.shared.Actor;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Slice;
import org.gongjian.shared.Time;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The ledger of plaques, 牌匾台账. */
@Service
@Transactional
public class Plaques {

	private static final Pattern NUMBER = Pattern.compile("DJGJ-[0-9]{4}-[0-9]{3,6}");

	private static final String FIRST = "~";

	private final PlaqueTable table;

	private final PlaqueEndTable ends;

	private final Clock clock;

	Plaques(PlaqueTable table, PlaqueEndTable ends, Clock clock) {
		this.table = table;
		this.ends = ends;
		this.clock = clock;
	}

	/**
	 * A page of the numbered plaques this person may see, newest number first.
	 * @param cursor of the page before, or {@code null}
	 */
	@Transactional(readOnly = true)
	public Slice<Plaque> list(Actor actor, PlaqueFilter filter, String cursor, int limit) {
		String before = (cursor == null || !cursor.matches("[0-9]{4}-[0-9]{6,8}")) ? FIRST : cursor;
		List<Plaque> rows = this.table.page(References.pattern(filter.text()), states(filter.state()), actor.zoneWide(),
				actor.organisations(), before, limit + 1);
		return Slice.cut(rows, limit, (plaque) -> PlaqueTable.sortKey(plaque.number()));
	}

	private static Collection<PlaqueState> states(String wanted) {
		List<PlaqueState> all = List.of(PlaqueState.values());
		return Arrays.stream(PlaqueState.values())
			.filter((state) -> state.name().equals(wanted))
			.findFirst()
			.map(List::of)
			.orElse(all);
	}

	/**
	 * A plaque, if this person may see it.
	 * @throws NotFound if not, as if it did not exist
	 */
	@Transactional(readOnly = true)
	public Plaque visible(Actor actor, String number) {
		return this.table.find(number)
			.filter((plaque) -> actor.zoneWide() || actor.organisations().contains(plaque.organisation()))
			.orElseThrow(() -> new NotFound("plaque " + number));
	}

	/** What anybody may know of a number, however it was typed. */
	@Transactional(readOnly = true)
	public Verification verify(String typed) {
		String number = (typed == null) ? "" : typed.strip().toUpperCase(java.util.Locale.ROOT);
		if (!NUMBER.matcher(number).matches()) {
			return Verification.UNKNOWN;
		}
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), Time.OFFICE);
		return this.table.find(number)
			.map((plaque) -> plaque.inForce(today) ? new Verification(Verification.Standing.IN_FORCE, plaque.since())
					: new Verification(Verification.Standing.NOT_IN_FORCE, null))
			.orElse(Verification.UNKNOWN);
	}

	/**
	 * Plaques whose term is over are expired from the day after.
	 * @return those that expired by this call
	 */
	List<Plaque> expire() {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), Time.OFFICE);
		return this.ends.over(today)
			.stream()
			.filter((plaque) -> this.table.move(plaque.id(), plaque.state(), PlaqueState.EXPIRED, null))
			.toList();
	}

}
