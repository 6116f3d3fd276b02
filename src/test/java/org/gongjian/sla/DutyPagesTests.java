package org.gongjian.sla;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.gongjian.calendar.OfficeHours;
import org.gongjian.identity.Accounts;
import org.gongjian.support.HouseTest;
import org.gongjian.support.TestActors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** The duty roster through the real doors. */
@HouseTest
class DutyPagesTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Accounts accounts;

	@Autowired
	private TestActors actors;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private DutyRoster roster;

	@Autowired
	private OfficeHours office;

	@Autowired
	private Clock clock;

	private LocalDate day;

	@BeforeEach
	void settle() {
		this.jdbc.sql("delete from duty").update();
		for (String username : List.of("duty.desk", "duty.nobody")) {
			if (this.accounts.find(username).isEmpty()) {
				this.accounts.create(username, username, null, null);
			}
		}
		this.actors.give("duty.desk", "service-desk");
		this.day = this.office.day(this.clock.instant()).plusDays(1);
	}

	@Test
	void aWeekIsFilledAtOnceAndReadByWhoeverAsksForTheDay() {
		assertThat(add(this.day.toString(), this.day.plusDays(6).toString(), "Li Wei")).hasRedirectedUrl("/duty");
		assertThat(this.roster.on(this.office.close(this.day.plusDays(3)))).get().satisfies((duty) -> {
			assertThat(duty.person()).isEqualTo("Li Wei");
			assertThat(duty.phone()).isEqualTo("0731 5555 0100");
		});
		assertThat(this.roster.on(this.office.close(this.day.plusDays(7)))).isEmpty();
		assertThat(get("duty.desk", "/duty", "zh-CN")).hasStatusOk().bodyText().contains("值班表", "Li Wei");
	}

	@Test
	void aDayThatIsTakenIsNotOverwritten() {
		add(this.day.toString(), "", "Li Wei");
		assertThat(add(this.day.minusDays(1).toString(), this.day.plusDays(2).toString(), "Wang Fang")).hasStatus(422)
			.bodyText()
			.contains("id=\"day-error\"", this.day.toString(), "Wang Fang");
		assertThat(this.roster.on(this.office.close(this.day.plusDays(1)))).isEmpty();
	}

	@Test
	void whatIsWrongIsSaidAtItsField() {
		assertThat(post("duty.desk", "/duty",
				Map.of("day", "soon", "until", "2020-01-01", "phone", "ring", "note", "n".repeat(201))))
			.hasStatus(422)
			.bodyText()
			.contains("id=\"day-error\"", "id=\"person-error\"", "id=\"phone-error\"", "id=\"note-error\"", "ring");
		assertThat(add("2020-01-01", "", "Li Wei")).hasStatus(422).bodyText().contains("id=\"day-error\"");
		assertThat(add(this.day.toString(), this.day.plusDays(31).toString(), "Li Wei")).hasStatus(422)
			.bodyText()
			.contains("id=\"until-error\"");
	}

	@Test
	void whoComesSecondIsTold() {
		add(this.day.toString(), "", "Li Wei");
		String path = "/duty/" + this.day;
		assertThat(get("duty.desk", path + "/edit", "en")).hasStatusOk().bodyText().contains("Li Wei");
		Map<String, String> other = Map.of("person", "Wang Fang", "phone", "0731 5555 0101", "version", "0");
		assertThat(post("duty.desk", path, other)).hasRedirectedUrl("/duty");
		assertThat(post("duty.desk", path, other)).hasStatus(409);
		assertThat(post("duty.desk", path + "/remove", Map.of("version", "0"))).hasStatus(409);
		assertThat(post("duty.desk", path + "/remove", Map.of("version", "1"))).hasRedirectedUrl("/duty");
		assertThat(this.roster.on(this.office.close(this.day))).isEmpty();
	}

	@Test
	void othersNeitherSeeNorChangeIt() {
		add(this.day.toString(), "", "Li Wei");
		assertThat(get("duty.nobody", "/duty", "en")).hasStatus(403).bodyText().doesNotContain("Li Wei");
		assertThat(get("duty.nobody", "/duty/" + this.day + "/edit", "en")).hasStatus(403);
		assertThat(post("duty.nobody", "/duty", Map.of("day", this.day.plusDays(1).toString()))).hasStatus(403);
		assertThat(get("duty.desk", "/duty/2020-01-01/edit", "en")).hasStatus(404);
		assertThat(get("duty.desk", "/duty/soon/edit", "en")).hasStatus(404);
	}

	private MvcTestResult add(String from, String until, String person) {
		return post("duty.desk", "/duty",
				Map.of("day", from, "until", until, "person", person, "phone", "0731 5555 0100", "note", ""));
	}

	private MvcTestResult get(String username, String path, String language) {
		return this.mvc.get().uri(path).with(user(username)).header(HttpHeaders.ACCEPT_LANGUAGE, language).exchange();
	}

	private MvcTestResult post(String username, String path, Map<String, String> form) {
		var request = this.mvc.post().uri(path).with(user(username)).with(csrf());
		form.forEach(request::param);
		return request.exchange();
	}

}
