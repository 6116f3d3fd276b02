package org.gongjian.identity;

import java.security.SecureRandom;
import java.util.Base64;

import javax.sql.DataSource;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.session.SessionIdGenerator;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.CookieSerializer;

/** Sessions live in the database and survive a restart. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

	private static final String TABLE = """
			into %TABLE_NAME%_attributes (session_primary_id, attribute_name, attribute_bytes)
			""";

	private static final String H2 = "merge " + TABLE + " key (session_primary_id, attribute_name) values (?, ?, ?)";

	private static final String POSTGRESQL = "insert " + TABLE + """
			 values (?, ?, ?)
			on conflict (session_primary_id, attribute_name) do update set attribute_bytes = excluded.attribute_bytes
			""";

	@Bean
	CookieSerializer sessionCookie() {
		return new SessionCookie();
	}

	/** Ids of 216 bits, in the 36 characters the table has for them. */
	@Bean
	SessionIdGenerator sessionIds() {
		SecureRandom random = new SecureRandom();
		return () -> {
			byte[] bytes = new byte[27];
			random.nextBytes(bytes);
			return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
		};
	}

	/**
	 * What pages and the list of one's devices use. It takes the place of the one the
	 * framework makes, which makes none where there is another.
	 */
	@Bean
	static BeanPostProcessor restingSessions() {
		return new BeanPostProcessor() {

			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				return (bean instanceof JdbcIndexedSessionRepository kept) ? new RestingSessions<>(kept) : bean;
			}

		};
	}

	/** Two requests that write the same attribute at once do not fail. */
	@Bean
	SessionRepositoryCustomizer<JdbcIndexedSessionRepository> attributesWrittenTwice(DataSource source)
			throws MetaDataAccessException {
		String product = JdbcUtils.extractDatabaseMetaData(source, (data) -> data.getDatabaseProductName());
		boolean h2 = DatabaseDriver.fromProductName(product) == DatabaseDriver.H2;
		return (repository) -> repository.setCreateSessionAttributeQuery(h2 ? H2 : POSTGRESQL);
	}

}
