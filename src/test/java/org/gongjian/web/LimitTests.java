package org.gongjian.web;

import java.net.URI;

import org.gongjian.identity.Accounts;
import org.gongjian.shared.GongjianProperties;
import org.gongjian.support.HouseTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/**
 * Whoever has used a limit up is refused wherever that limit holds, however the address
 * is written, and told when to come again.
 */
@HouseTest
class LimitTests {

	private static final String WHO = "limits.user";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Accounts accounts;

	@Autowired
	private Limits limits;

	@Autowired
	private GongjianProperties properties;

	@BeforeEach
	void somebody() {
		if (this.accounts.find(WHO).isEmpty()) {
			this.accounts.create(WHO, WHO, null, null);
		}
	}

	@BeforeEach
	@AfterEach
	void nothingIsCounted() {
		this.limits.reset();
	}

	@ParameterizedTest
	@CsvSource({ "verify, GET, /verify", "verify, GET, /verify/GJ-1", "verify, GET, /%76erify/GJ-1",
			"verify, GET, /verif%79?number=GJ-1", "public, GET, /news", "public, GET, /%6Eews",
			"public, GET, /feeds/unknown.ics", "search, GET, /cases?q=x", "search, GET, /inbox?q=x",
			"search, GET, /pairings?text=x", "search, GET, /problems?text=x", "search, GET, /knowledge?text=x",
			"search, GET, /form/options?type=organisation&q=x", "export, GET, /exports/pairings.csv",
			"export, GET, /exports/pairings.xlsx", "export, GET, /exports/pairings.%63sv",
			"export, GET, /cases/PA-1/approval-sheet.pdf", "export, GET, /problems/SQ-1/ticket.pdf",
			"export, POST, /cases/PA-1/audit.zip" })
	void whatIsUsedUpIsRefused(String kind, HttpMethod method, String path) {
		MvcTestResult result;
		int tries = 0;
		do {
			use(kind);
			var request = this.mvc.method(method).uri(URI.create(path)).with(csrf());
			if (!kind.equals("verify") && !kind.equals("public")) {
				request.with(user(WHO));
			}
			result = request.exchange();
		}
		while (result.getResponse().getStatus() != 429 && ++tries < 20);
		assertThat(result).hasStatus(429).headers().containsHeader("Retry-After");
	}

	/** Takes all there is. A moment later there may be one more. */
	private void use(String kind) {
		GongjianProperties.Limits numbers = this.properties.limits();
		boolean open = kind.equals("verify") || kind.equals("public");
		int perMinute = open ? numbers.verifications() : kind.equals("search") ? numbers.searches() : numbers.exports();
		try {
			while (true) {
				this.limits.take(kind, open ? "127.0.0.1" : WHO, perMinute);
			}
		}
		catch (TooManyRequests usedUp) {
			// as wanted
		}
	}

}
