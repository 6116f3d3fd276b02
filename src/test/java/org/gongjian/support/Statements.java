package org.gongjian.support;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Hears every statement the house sends to its database, whoever sends it: our tables,
 * the engine, the sessions. A batch is one statement; what other threads do is not heard.
 */
@TestComponent
public class Statements implements BeanPostProcessor {

	private static final ThreadLocal<List<String>> HEARD = new ThreadLocal<>();

	/**
	 * What this thread asks the database while something is done.
	 * @param work what is done
	 * @return the statements, in the order they were sent
	 */
	public static List<String> during(Runnable work) {
		List<String> heard = new ArrayList<>();
		HEARD.set(heard);
		try {
			work.run();
			return heard;
		}
		finally {
			HEARD.remove();
		}
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		return (bean instanceof DataSource source) ? new Heard(source) : bean;
	}

	private static void hear(String sql) {
		List<String> heard = HEARD.get();
		if (heard != null) {
			heard.add(sql.replaceAll("\\s+", " ").strip());
		}
	}

	private static final class Heard extends DelegatingDataSource {

		Heard(DataSource source) {
			super(source);
		}

		@Override
		public Connection getConnection() throws SQLException {
			return heard(super.getConnection());
		}

		private static Connection heard(Connection connection) {
			return (Connection) Proxy.newProxyInstance(Heard.class.getClassLoader(),
					new Class<?>[] { Connection.class }, (proxy, method, arguments) -> {
						Object answer = call(connection, method, arguments);
						return (answer instanceof Statement statement) ? heard(statement,
								(arguments == null) ? null : (String) arguments[0], method.getReturnType()) : answer;
					});
		}

		private static Object heard(Statement statement, String prepared, Class<?> type) {
			return Proxy.newProxyInstance(Heard.class.getClassLoader(), new Class<?>[] { type },
					(proxy, method, arguments) -> {
						if (method.getName().startsWith("execute")) {
							hear((prepared != null) ? prepared
									: String.valueOf((arguments == null) ? "" : arguments[0]));
						}
						return call(statement, method, arguments);
					});
		}

		private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
			try {
				return method.invoke(target, arguments);
			}
			catch (InvocationTargetException failed) {
				throw failed.getCause();
			}
		}

	}

}
