package org.gongjian.api;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import org.gongjian.shared.Actor;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.PropertyResolverUtils;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.method.HandlerMethod;

/** How the API describes itself. */
@Configuration(proxyBeanMethods = false)
class DocumentConfiguration {

	static {
		SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class, Once.class, Window.class);
	}

	@Bean
	OpenAPI apiDescription() {
		Components components = new Components()
			.addSecuritySchemes("password", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic"))
			.addSecuritySchemes("token", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"));
		return new OpenAPI()
			.info(new Info().title("Gongjian")
				.version("v1")
				.license(new License().name("Apache-2.0").url("https://www.apache.org/licenses/LICENSE-2.0")))
			.servers(List.of(new Server().url("/")))
			.components(components)
			.security(
					List.of(new SecurityRequirement().addList("password"), new SecurityRequirement().addList("token")));
	}

	/** What our own parameters stand for. */
	@Bean
	GlobalOperationCustomizer ownParameters(PropertyResolverUtils words) {
		return (operation, handler) -> {
			if (takes(handler, Once.class)) {
				add(operation, words, "header", OnceArgument.KEY, "key", new StringSchema().maxLength(200));
			}
			if (takes(handler, Window.class)) {
				add(operation, words, "query", "cursor", "cursor", new StringSchema());
				IntegerSchema limit = new IntegerSchema();
				limit.setMinimum(BigDecimal.ONE);
				limit.setMaximum(BigDecimal.valueOf(Window.MOST));
				limit.setDefault(Window.USUAL);
				add(operation, words, "query", "limit", "limit", limit);
			}
			return operation;
		};
	}

	private static boolean takes(HandlerMethod handler, Class<?> type) {
		return Arrays.asList(handler.getMethod().getParameterTypes()).contains(type);
	}

	private static void add(Operation operation, PropertyResolverUtils words, String in, String name, String message,
			Schema<?> schema) {
		operation.addParametersItem(new Parameter().in(in)
			.name(name)
			.description(words.resolve("api.parameter." + message, LocaleContextHolder.getLocale()))
			.required(false)
			.schema(schema));
	}

}
