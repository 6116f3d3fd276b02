package org.gongjian.web;

import java.time.Duration;
import java.util.Map;

import org.gongjian.shared.GongjianProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.FlashMapManager;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.resource.VersionResourceResolver;
import org.webjars.WebJarVersionLocator;

/**
 * Languages and static files: everything static is below {@code /assets}, named after its
 * content and kept by browsers for ever.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GongjianProperties.class)
class WebConfiguration implements WebMvcConfigurer {

	private static final CacheControl FOREVER = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

	private static final String HTMX = "classpath:/META-INF/resources/webjars/htmx.org/%s/dist/"
		.formatted(new WebJarVersionLocator().version("htmx.org"));

	private static final Map<String, MediaType> TEXTS = Map.of("css",
			MediaType.parseMediaType("text/css;charset=UTF-8"), "js",
			MediaType.parseMediaType("text/javascript;charset=UTF-8"));

	private final ObjectProvider<Visitor> visitor;

	private final Limits limits;

	private final GongjianProperties properties;

	private final Traffic traffic;

	WebConfiguration(ObjectProvider<Visitor> visitor, Limits limits, GongjianProperties properties, Traffic traffic) {
		this.traffic = traffic;
		this.visitor = visitor;
		this.limits = limits;
		this.properties = properties;
	}

	@Bean
	Language localeResolver() {
		return new Language(this.visitor);
	}

	@Bean
	WebMvcRegistrations nearMappings() {
		return new WebMvcRegistrations() {

			@Override
			public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
				return new NearMappings();
			}

		};
	}

	@Bean
	FlashMapManager flashMapManager() {
		return new FewFlashes();
	}

	@Override
	public void configureContentNegotiation(ContentNegotiationConfigurer configurer) {
		configurer.mediaTypes(TEXTS);
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this.traffic);
		registry.addInterceptor(new LanguageInterceptor(new Language(this.visitor), this.visitor));
		registry.addInterceptor(new LimitInterceptor(this.limits, this.properties.limits(), this.visitor))
			.excludePathPatterns("/assets/**", "/error");
	}

	@Override
	public void addResourceHandlers(ResourceHandlerRegistry registry) {
		serve(registry, FOREVER, "/assets/{file:.+-[0-9a-f]{32}\\..+}", "/assets/{folder}/{file:.+-[0-9a-f]{32}\\..+}");
		serve(registry, CacheControl.noCache(), "/assets/**");
	}

	private static void serve(ResourceHandlerRegistry registry, CacheControl cache, String... patterns) {
		registry.addResourceHandler(patterns)
			.addResourceLocations("classpath:/static/", HTMX)
			.setCacheControl(cache)
			.resourceChain(true)
			.addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
	}

}
