package org.gongjian.support;

/** The databases everything must run on. */
public enum TestDatabase {

	H2, POSTGRES;

	/**
	 * An empty database of its own.
	 * @param name letters and underscores
	 */
	public String url(String name) {
		if (this == H2) {
			return "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1";
		}
		return Postgres.anew(name);
	}

	public String user() {
		return (this == H2) ? "sa" : "postgres";
	}

	public String password() {
		return (this == H2) ? "" : "postgres";
	}

}
