package org.gongjian.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code department}. */
@Repository
class DepartmentTable {

	private final JdbcClient jdbc;

	DepartmentTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Department> find(String code) {
		return this.jdbc.sql("select * from department where organisation_code = :code")
			.param("code", code)
			.query(DepartmentTable::map)
			.optional();
	}

	List<Department> all() {
		return this.jdbc.sql("select * from department order by organisation_code").query(DepartmentTable::map).list();
	}

	void insert(Department department, String by, Instant at) {
		bind(this.jdbc.sql("""
				insert into department (organisation_code, duties, categories, functions, head, backup, created_by,
				  created_at, updated_by, updated_at, version)
				values (:code, :duties, :categories, :functions, :head, :backup, :by, :at, :by, :at, 0)
				"""), department).param("by", by).param("at", OrganisationTable.time(at)).update();
	}

	/** Changes it, unless somebody else did since. */
	boolean update(Department department, String by, Instant at) {
		return bind(this.jdbc.sql("""
				update department
				set duties = :duties, categories = :categories, functions = :functions, head = :head, backup = :backup,
				  updated_by = :by, updated_at = :at, version = version + 1
				where organisation_code = :code and version = :version
				"""), department).param("version", department.version())
			.param("by", by)
			.param("at", OrganisationTable.time(at))
			.update() == 1;
	}

	private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, Department department) {
		return statement.param("code", department.code())
			.param("duties", department.duties())
			.param("categories", String.join(",", department.categories()))
			.param("functions", String.join(",", department.functions()))
			.param("head", department.head(), java.sql.Types.OTHER)
			.param("backup", department.backup(), java.sql.Types.OTHER);
	}

	private static Department map(ResultSet row, int number) throws SQLException {
		return new Department(row.getString("organisation_code"), row.getString("duties"),
				codes(row.getString("categories")), codes(row.getString("functions")),
				row.getObject("head", UUID.class), row.getObject("backup", UUID.class), row.getString("updated_by"),
				OrganisationTable.instant(row, "updated_at"), row.getInt("version"));
	}

	private static List<String> codes(String stored) {
		return (stored == null || stored.isEmpty()) ? List.of() : List.of(stored.split(","));
	}

}
