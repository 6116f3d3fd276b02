package org.gongjian.identity;

import jakarta.servlet.http.Cookie;
import org.gongjian.support.TestActors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** Accounts and logins for tests. */
final class IdentityFixtures {

	static final String PASSWORD = "kettle window forty two";

	private IdentityFixtures() {
	}

	static void account(Accounts accounts, TestActors actors, String username, String... roles) {
		if (accounts.find(username).isEmpty()) {
			accounts.create(username, "Person " + username.toUpperCase(), null, PASSWORD);
		}
		actors.give(username, roles);
	}

	static MvcTestResult login(MockMvcTester mvc, String username, String password) {
		return mvc.post().uri("/login").with(csrf()).param("username", username).param("password", password).exchange();
	}

	static Cookie signedIn(MockMvcTester mvc, String username) {
		return login(mvc, username, PASSWORD).getResponse().getCookie("gongjian");
	}

}
