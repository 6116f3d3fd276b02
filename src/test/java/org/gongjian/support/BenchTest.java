package org.gongjian.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * A measurement, not a test: asks the whole house through its real server, on the
 * database that {@code -Dhouse.database} names. Runs only with {@code -Dbench=true}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("bench")
@EnabledIfSystemProperty(named = "bench", matches = "true")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "gongjian.session.rights-cache=2s")
@ContextConfiguration(initializers = ChosenDatabase.class)
@AutoConfigureMockMvc
@ActiveProfiles("test")
@Import({ TestActors.class, TestFirstAdministrator.class, QuickPasswords.class })
public @interface BenchTest {

}
