package org.gongjian.identity;

import java.io.IOException;

import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ValveBase;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Puts the headers on what the server itself answers before any filter of ours is asked.
 */
@Configuration(proxyBeanMethods = false)
class ServerConfiguration {

	/** A header holds no more; with more than the server's ten it would be a fault. */
	private static final int MOST_LANGUAGES = 4_096;

	@Bean
	WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> headersFromTheStart() {
		return (factory) -> {
			factory.addEngineValves(new HeaderValve());
			factory.addContextCustomizers((context) -> ((StandardHost) context.getParent())
				.setErrorReportValveClass(LastResort.class.getName()));
			factory.addConnectorCustomizers((connector) -> {
				// so that our firewall refuses such a path, on a page of ours
				connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
				connector.setMaxLocaleCount(MOST_LANGUAGES);
			});
		};
	}

	private static final class HeaderValve extends ValveBase {

		HeaderValve() {
			super(true);
		}

		@Override
		public void invoke(Request request, Response response) throws IOException, ServletException {
			SecurityHeaders.always(response.getCoyoteResponse()::setHeader);
			getNext().invoke(request, response);
		}

	}

}
