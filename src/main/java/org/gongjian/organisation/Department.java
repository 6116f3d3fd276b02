package org.gongjian.organisation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a department, an organisation of side DEPARTMENT, is for.
 *
 * @param code the code of the organisation
 * @param duties its duties, 三定, or {@code null}
 * @param categories codes of the problem categories it handles, see {@link #CATEGORIES}
 * @param functions codes of the functions it has, see {@link #FUNCTIONS}
 * @param head its head, or {@code null}
 * @param backup who stands in, or {@code null}
 */
public record Department(String code, String duties, List<String> categories, List<String> functions, UUID head,
		UUID backup, String updatedBy, Instant updatedAt, int version) {

	/** The categories of problems. */
	public static final List<String> CATEGORIES = List.of("POLICY", "LAND", "UTILITIES", "ROADS", "TALENT", "FINANCING",
			"PERMITS", "MARKET", "TECHNOLOGY", "ENVIRONMENT", "LIFE", "PARTY", "OTHER");

	/** The functions the decision table {@code problem-department} may name. */
	public static final List<String> FUNCTIONS = List.of("ECONOMY", "SCIENCE", "START_UP", "CONSTRUCTION",
			"HUMAN_RESOURCES", "PERMITS", "SAFETY", "PARTY_BUILDING", "COORDINATION", "DISCIPLINE");

	public Department {
		categories = List.copyOf(categories);
		functions = List.copyOf(functions);
	}

}
