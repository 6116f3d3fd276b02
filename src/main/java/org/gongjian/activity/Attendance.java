package org.gongjian.activity;

import java.util.List;
import java.util.stream.Stream;

import org.gongjian.casefile.CaseValues;

/**
 * Who came, from the table or from the sign-in sheet.
 *
 * @param planned Party members who were to come
 * @param present Party members who came
 * @param everybody who came, members or not; {@code null} where only members were counted
 */
record Attendance(int planned, int present, Integer everybody) {

	private static final int PERCENT = 100;

	static Attendance of(CaseValues data) {
		List<CaseValues> rows = data.rows("attendance");
		int present = rows.isEmpty() ? data.number("membersPresent")
				: (int) came(rows).filter((row) -> "MEMBER".equals(row.text("memberType"))).count();
		Integer everybody = rows.isEmpty() ? null : (Integer) (int) came(rows).count();
		return new Attendance(data.number("plannedMembers"), present, everybody);
	}

	private static Stream<CaseValues> came(List<CaseValues> rows) {
		return rows.stream().filter((row) -> "PRESENT".equals(row.text("status")));
	}

	/** In per cent, {@code null} where no members were to come. */
	Integer rate() {
		return (this.planned == 0) ? null : (Integer) Math.min(PERCENT, this.present * PERCENT / this.planned);
	}

}
