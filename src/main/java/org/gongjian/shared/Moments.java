package org.gongjian.shared;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Moments as every database keeps them: with their offset, in UTC. */
public final class Moments {

	private Moments() {
	}

	/** The moment as a statement's parameter. */
	public static OffsetDateTime stored(Instant at) {
		return (at == null) ? null : at.atOffset(ZoneOffset.UTC);
	}

	/** The moment in a column, or {@code null}. */
	public static Instant read(ResultSet row, String column) throws SQLException {
		OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
		return (at == null) ? null : at.toInstant();
	}

}
