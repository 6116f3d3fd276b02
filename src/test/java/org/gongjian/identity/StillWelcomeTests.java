package org.gongjian.identity;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import jakarta.servlet.ServletException;
import org.gongjian.shared.GongjianProperties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mockito.BDDMockito;
import org.mockito.Mockito;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

import static org.assertj.core.api.Assertions.assertThat;

class StillWelcomeTests {

	private static final Instant MORNING = Instant.parse("2026-12-01T00:00:00Z");

	private final CurrentVisitor visitor = Mockito.mock(CurrentVisitor.class);

	private final MockHttpSession session = new MockHttpSession();

	@AfterEach
	void forget() {
		SecurityContextHolder.clearContext();
	}

	@Test
	void aSessionLastsTwelveHoursHoweverBusy() throws Exception {
		BDDMockito.given(this.visitor.mayEnter("li.wei")).willReturn(true);
		assertThat(staysAfter(Duration.ofHours(12))).isTrue();
		assertThat(staysAfter(Duration.ofHours(12).plusSeconds(1))).isFalse();
		assertThat(this.session.isInvalid()).isTrue();
	}

	@Test
	void aClosedAccountEndsIt() throws Exception {
		BDDMockito.given(this.visitor.mayEnter("li.wei")).willReturn(false);
		assertThat(staysAfter(Duration.ZERO)).isFalse();
	}

	private boolean staysAfter(Duration time) throws ServletException, IOException {
		GongjianProperties properties = Binder.get(new MockEnvironment())
			.bindOrCreate("gongjian", GongjianProperties.class);
		this.session.setAttribute(Sessions.SIGNED_IN_AT, MORNING.toEpochMilli());
		SecurityContextHolder.getContext()
			.setAuthentication(UsernamePasswordAuthenticationToken.authenticated("li.wei", null, List.of()));
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setSession(this.session);
		new StillWelcome(this.visitor, properties, Clock.fixed(MORNING.plus(time), ZoneOffset.UTC)).doFilter(request,
				new MockHttpServletResponse(), new MockFilterChain());
		return CurrentVisitor.username().isPresent();
	}

}
