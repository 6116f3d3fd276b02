package org.gongjian.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code calendar_day}. */
@Repository
class CalendarTable {

	private final JdbcClient jdbc;

	CalendarTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<CalendarDay> all() {
		return this.jdbc.sql("select calendar_date, day_type, name from calendar_day order by calendar_date")
			.query(CalendarTable::map)
			.list();
	}

	void remove(LocalDate from, LocalDate to) {
		this.jdbc.sql("delete from calendar_day where calendar_date between :from and :to")
			.param("from", from)
			.param("to", to)
			.update();
	}

	void insert(CalendarDay day) {
		this.jdbc.sql("""
				insert into calendar_day (calendar_date, day_type, name)
				values (:date, :type, :name)
				""").param("date", day.date()).param("type", day.type().name()).param("name", day.name()).update();
	}

	private static CalendarDay map(ResultSet row, int number) throws SQLException {
		return new CalendarDay(row.getObject("calendar_date", LocalDate.class),
				DayType.valueOf(row.getString("day_type")), row.getString("name"));
	}

}
