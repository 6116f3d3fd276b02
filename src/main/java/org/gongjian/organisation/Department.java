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
 * @param head its head, or {@code null}
 * @param backup who stands in, or {@code null}
 */
public record Department(String code, String duties, List<String> categories, UUID head, UUID backup, String updatedBy,
		Instant updatedAt, int version) {

	/** The categories of problems. */
	public static final List<String> CATEGORIES = List.of("POLICY", "LAND", "UTILITIES", "ROADS", "TALENT", "FINANCING",
			"PERMITS", "MARKET", "TECHNOLOGY", "ENVIRONMENT", "LIFE", "PARTY", "OTHER");

	public Department {
		categories = List.copyOf(categories);
	}

}
