package org.gongjian.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;

import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Fills the calendar with the years known when this release was made. Later years are
 * imported under /admin/calendar.
 */
@Component
class SeedCalendar implements JavaMigration {

	private static final String FILE = "calendar/working-days-2024-2026.csv";

	@Override
	public MigrationVersion getVersion() {
		return MigrationVersion.fromVersion("21.1");
	}

	@Override
	public String getDescription() {
		return "working days 2024 to 2026";
	}

	@Override
	public Integer getChecksum() {
		return null;
	}

	@Override
	public boolean canExecuteInTransaction() {
		return true;
	}

	@Override
	public void migrate(Context context) throws IOException, SQLException {
		CalendarFile file = CalendarFile.read(text());
		if (!file.problems().isEmpty()) {
			throw new IllegalStateException(FILE + ": " + file.problems());
		}
		try (PreparedStatement insert = context.getConnection()
			.prepareStatement("insert into calendar_day (calendar_date, day_type, name) values (?, ?, ?)")) {
			for (CalendarDay day : file.days()) {
				insert.setObject(1, day.date());
				insert.setString(2, day.type().name());
				insert.setString(3, day.name());
				insert.addBatch();
			}
			insert.executeBatch();
		}
	}

	private static String text() throws IOException {
		try (InputStream in = new ClassPathResource(FILE).getInputStream()) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
