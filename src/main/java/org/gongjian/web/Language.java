package org.gongjian.web;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * The language of a request: the one asked for by a button, else the account's, else the
 * browser's cookie, else {@code Accept-Language}; English or Simplified Chinese, nothing
 * else. Programs are answered in the language of their {@code Accept-Language}.
 */
public class Language implements LocaleResolver {

	/**
	 * The parameter of the language buttons. A form page that keeps what was typed when
	 * the language changes gives its form {@code id="main-form"} and has a handler
	 * {@code @PostMapping(path = "…", params = Language.PARAMETER)} that binds without
	 * checking and shows the form again.
	 */
	public static final String PARAMETER = "_lang";

	/** Both languages of the house, English first. */
	public static final List<Locale> ALL = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

	private static final String COOKIE = "language";

	private static final String CHOSEN = Language.class.getName();

	private final ObjectProvider<Visitor> visitor;

	Language(ObjectProvider<Visitor> visitor) {
		this.visitor = visitor;
	}

	/** The house's language for a tag, if it is one of the two. */
	public static Optional<Locale> of(String tag) {
		Locale wanted = Locale.forLanguageTag((tag == null) ? "" : tag.replace('_', '-'));
		return ALL.stream().filter((language) -> language.getLanguage().equals(wanted.getLanguage())).findFirst();
	}

	@Override
	public Locale resolveLocale(HttpServletRequest request) {
		if (request.getAttribute(CHOSEN) instanceof Locale chosen) {
			return chosen;
		}
		Locale language = find(request);
		request.setAttribute(CHOSEN, language);
		return language;
	}

	@Override
	public void setLocale(HttpServletRequest request, HttpServletResponse response, Locale locale) {
		request.setAttribute(CHOSEN, locale);
		ResponseCookie cookie = ResponseCookie.from(COOKIE, locale.toLanguageTag())
			.path("/")
			.maxAge(Duration.ofDays(365))
			.httpOnly(true)
			.secure(request.isSecure())
			.sameSite("Lax")
			.build();
		response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
	}

	private Locale find(HttpServletRequest request) {
		if (LocalPath.isProgram(request.getRequestURI())) {
			return fromHeader(request).or(this::fromAccount).orElse(Locale.ENGLISH);
		}
		return fromAccount().or(() -> fromCookie(request)).or(() -> fromHeader(request)).orElse(Locale.ENGLISH);
	}

	private Optional<Locale> fromAccount() {
		return Optional.ofNullable(this.visitor.getIfAvailable()).flatMap(Visitor::language);
	}

	private static Optional<Locale> fromCookie(HttpServletRequest request) {
		return Optional.ofNullable(WebUtils.getCookie(request, COOKIE)).flatMap((cookie) -> of(cookie.getValue()));
	}

	private static Optional<Locale> fromHeader(HttpServletRequest request) {
		if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
			return Optional.empty();
		}
		List<Locale> wanted = Collections.list(request.getLocales());
		return wanted.stream().flatMap((locale) -> of(locale.toLanguageTag()).stream()).findFirst();
	}

}
