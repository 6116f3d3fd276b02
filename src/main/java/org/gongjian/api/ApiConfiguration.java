package org.gongjian.api;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;

import org.gongjian.shared.Time;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverters.ServerBuilder;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** How the API reads and writes. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration implements WebMvcConfigurer {

	private final Repeats repeats;

	ApiConfiguration(Repeats repeats) {
		this.repeats = repeats;
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(new OnceArgument(this.repeats));
		resolvers.add(new WindowArgument());
	}

	@Override
	public void configureMessageConverters(ServerBuilder converters) {
		converters.addCustomConverter(new StrictJson());
	}

	/** Times as the office reads them, {@code 2026-12-01T09:00:00.000+08:00}. */
	@Configuration(proxyBeanMethods = false)
	static class Times {

		@Bean
		JsonMapperBuilderCustomizer timesWithOffset() {
			SimpleModule module = new SimpleModule("times");
			module.addSerializer(Instant.class, new OfficeTime());
			return (builder) -> builder.addModule(module);
		}

	}

	private static final class OfficeTime extends StdSerializer<Instant> {

		private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx")
			.withZone(Time.OFFICE);

		OfficeTime() {
			super(Instant.class);
		}

		@Override
		public void serialize(Instant time, JsonGenerator json, SerializationContext context) {
			json.writeString(FORMAT.format(time));
		}

	}

}
