package org.gongjian.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.Tag;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of the whole house; all of them share one context and one database. The build
 * runs them twice: on H2 and on PostgreSQL.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("house")
@SpringBootTest
@ContextConfiguration(initializers = ChosenDatabase.class)
@AutoConfigureMockMvc
@ActiveProfiles("test")
@Import({ TestActors.class, TestFirstAdministrator.class, TestAgenda.class, RefusingController.class,
		QuickPasswords.class, Statements.class })
public @interface HouseTest {

}
