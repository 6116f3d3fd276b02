package org.gongjian.identity;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.gongjian.shared.GongjianProperties;
import org.gongjian.web.Language;
import org.gongjian.web.LocalPath;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Who gets in by which door: programs by {@code /api}, people by the login page. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	private static final String[] PUBLIC = { "/login", "/setup", "/verify/**", "/news/**", "/feeds/**", "/assets/**",
			"/error", "/language", "/actuator/health" };

	private static final RequestMatcher LANGUAGE = (request) -> request.getParameter(Language.PARAMETER) != null;

	@Bean
	PasswordEncoder passwordEncoder() {
		return new DelegatingPasswordEncoder("bcrypt-sha384", Map.of("bcrypt-sha384", new WholePasswordEncoder(11)));
	}

	/** What the thirty filters do is not worth thirty measurements of each request. */
	@Bean
	SecurityObservationSettings noObservations() {
		return SecurityObservationSettings.noObservations();
	}

	@Bean
	RequestCache askedPages() {
		HttpSessionRequestCache asked = new HttpSessionRequestCache();
		asked.setMatchingRequestParameterName(null);
		asked.setRequestMatcher((request) -> request.getMethod().equals("GET") && asksForAPage(request)
				&& !request.getRequestURI().matches("/(api|engine-rest|actuator|\\.).*"));
		return asked;
	}

	/** What scripts of an open page ask for by themselves is nothing to come back to. */
	private static boolean asksForAPage(HttpServletRequest request) {
		String accepted = request.getHeader(HttpHeaders.ACCEPT);
		return request.getHeader("HX-Request") == null
				&& (accepted == null || accepted.contains(MediaType.TEXT_HTML_VALUE));
	}

	@Bean
	WebMvcConfigurer actorAsParameter(CurrentVisitor visitor) {
		return new WebMvcConfigurer() {
			@Override
			public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
				resolvers.add(new ActorArgument(visitor));
			}
		};
	}

	@Bean
	@Order(1)
	SecurityFilterChain programs(HttpSecurity http, CurrentVisitor visitor, GongjianProperties properties, Clock clock,
			NotSignedIn notSignedIn, RefusalJournal refused, Tokens tokens, LoginThrottle throttle, Journal journal)
			throws Exception {
		http.securityMatcher("/api/**", "/engine-rest/**");
		common(http, visitor, properties, clock, notSignedIn, refused);
		http.csrf(AbstractHttpConfigurer::disable);
		http.logout(AbstractHttpConfigurer::disable);
		http.requestCache(AbstractHttpConfigurer::disable);
		http.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER));
		http.securityContext((context) -> context.securityContextRepository(new ReadingSession()));
		http.httpBasic((basic) -> basic.authenticationEntryPoint(notSignedIn));
		http.addFilterBefore(new TokenFilter(tokens, throttle, journal, notSignedIn), BasicAuthenticationFilter.class);
		http.addFilterBefore(SecurityConfiguration::nothingElseOfTheEngine, CsrfFilter.class);
		http.authorizeHttpRequests((requests) -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
			.permitAll()
			.anyRequest()
			.authenticated());
		return http.build();

	}

	/** Besides what Camunda Modeler calls there is nothing, whoever asks and how. */
	private static void nothingElseOfTheEngine(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		String path = ((HttpServletRequest) request).getRequestURI();
		if (LocalPath.isProgram(path)) {
			chain.doFilter(request, response);
		}
		else {
			((HttpServletResponse) response).sendError(HttpStatus.NOT_FOUND.value());
		}
	}

	@Bean
	@Order(2)
	SecurityFilterChain signInChain(HttpSecurity http, CurrentVisitor visitor, GongjianProperties properties,
			Clock clock, NotSignedIn notSignedIn, RefusalJournal refused, SignedIn signedIn, RequestCache askedPages,
			Journal journal) throws Exception {
		common(http, visitor, properties, clock, notSignedIn, refused);
		http.requestCache((cache) -> cache.requestCache(askedPages));
		http.formLogin((login) -> login.loginPage("/login").successHandler(signedIn).failureHandler(notSignedIn));
		http.logout((logout) -> logout.logoutSuccessUrl("/login?out")
			.addLogoutHandler((request, response, who) -> Optional.ofNullable(who)
				.ifPresent((person) -> journal.recordOf(person.getName(), "logout")))
			.addLogoutHandler(new HeaderWriterLogoutHandler(
					new StaticHeadersWriter("Clear-Site-Data", "\"cache\", \"storage\""))));
		http.authorizeHttpRequests(
				(requests) -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
					.permitAll()
					.requestMatchers(PUBLIC)
					.permitAll()
					.requestMatchers("/admin/process/**", "/admin/operations", "/admin/operations/**")
					.access(holderOf("process-admin", visitor))
					.requestMatchers("/admin/**", "/actuator/**")
					.access(holderOf("sys-admin", visitor))
					.anyRequest()
					.authenticated());
		SecurityFilterChain chain = http.build();
		loginUnlessLanguage(chain);
		return chain;
	}

	private static void common(HttpSecurity http, CurrentVisitor visitor, GongjianProperties properties, Clock clock,
			NotSignedIn notSignedIn, RefusalJournal refused) throws Exception {
		http.exceptionHandling(
				(refusals) -> refusals.authenticationEntryPoint(notSignedIn).accessDeniedHandler(refused));
		http.headers(SecurityHeaders::write);
		http.addFilterBefore(new StillWelcome(visitor, properties, clock), AnonymousAuthenticationFilter.class);
	}

	/** A language button on the login page does not try to sign in. */
	private static void loginUnlessLanguage(SecurityFilterChain chain) {
		RequestMatcher login = PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/login");
		chain.getFilters()
			.stream()
			.filter(UsernamePasswordAuthenticationFilter.class::isInstance)
			.map(UsernamePasswordAuthenticationFilter.class::cast)
			.forEach((filter) -> filter.setRequiresAuthenticationRequestMatcher(
					new AndRequestMatcher(login, new NegatedRequestMatcher(LANGUAGE))));
	}

	private static AuthorizationManager<RequestAuthorizationContext> holderOf(String role, CurrentVisitor visitor) {
		return (authentication,
				context) -> new AuthorizationDecision(visitor.actor().filter((actor) -> actor.has(role)).isPresent());
	}

}
