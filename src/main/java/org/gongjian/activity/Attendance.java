package org.gongjian.activity;

import java.util.List;

import org.gongjian.casefile.CaseValues;

/**
 * Who came, from the table or from the sign-in sheet.
 *
 * @param planned Party members who were to come
 * @param present Party members who came
 */
record Attendance(int planned, int present) {

	private static final int PERCENT = 100;

	static Attendance of(CaseValues data) {
		List<CaseValues> rows = data.rows("attendance");
		int present = rows.isEmpty() ? data.number("membersPresent")
				: (int) rows.stream()
					.filter((row) -> "MEMBER".equals(row.text("memberType")) && "PRESENT".equals(row.text("status")))
					.count();
		return new Attendance(data.number("plannedMembers"), present);
	}

	/** In per cent, {@code null} where no members were to come. */
	Integer rate() {
		return (this.planned == 0) ? null : (Integer) Math.min(PERCENT, this.present * PERCENT / this.planned);
	}

}
