package org.gongjian.support;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Lets the tests of the whole house run on PostgreSQL where the system property
 * {@code house.database} says so; on H2 else.
 */
public class ChosenDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		if ("postgresql".equals(System.getProperty("house.database"))) {
			TestPropertyValues
				.of("spring.datasource.url=" + Postgres.newDatabaseUrl(), "spring.datasource.username=postgres",
						"spring.datasource.password=postgres")
				.applyTo(context);
		}
	}

}
