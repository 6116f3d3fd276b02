package org.gongjian.identity;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/**
 * The session cookie: bound to the host by its name wherever the connection is secure.
 */
class SessionCookie implements CookieSerializer {

	private final DefaultCookieSerializer secure = cookie("__Host-gongjian", true);

	private final DefaultCookieSerializer plain = cookie("gongjian", false);

	@Override
	public void writeCookieValue(CookieValue value) {
		of(value.getRequest()).writeCookieValue(value);
	}

	@Override
	public List<String> readCookieValues(HttpServletRequest request) {
		return of(request).readCookieValues(request);
	}

	private DefaultCookieSerializer of(HttpServletRequest request) {
		return request.isSecure() ? this.secure : this.plain;
	}

	private static DefaultCookieSerializer cookie(String name, boolean secure) {
		DefaultCookieSerializer cookie = new DefaultCookieSerializer();
		cookie.setCookieName(name);
		cookie.setCookiePath("/");
		cookie.setUseHttpOnlyCookie(true);
		cookie.setUseSecureCookie(secure);
		cookie.setSameSite("Lax");
		return cookie;
	}

}
