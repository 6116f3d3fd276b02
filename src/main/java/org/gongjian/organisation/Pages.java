package org.gongjian.organisation;

import org.gongjian.calendar.CalendarImported;
import org.gongjian.identity.Journal;
import org.gongjian.web.NavigationItem;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** The entries of the navigation, and what the calendar room leaves to the journal. */
@Configuration(proxyBeanMethods = false)
class Pages {

	private final Journal journal;

	Pages(Journal journal) {
		this.journal = journal;
	}

	@Bean
	NavigationItem organisationsEntry() {
		return entry("people", "organisations", 10);
	}

	@Bean
	NavigationItem departmentsEntry() {
		return entry("people", "departments", 20);
	}

	@Bean
	NavigationItem peopleEntry() {
		return entry("people", "people", 30);
	}

	@Bean
	NavigationItem rolesEntry() {
		return entry("people", "roles", 40);
	}

	@Bean
	NavigationItem standInsEntry() {
		return entry("people", "stand-ins", 45);
	}

	@Bean
	NavigationItem parametersEntry() {
		return entry("system", "parameters", 60);
	}

	private static NavigationItem entry(String group, String page, int order) {
		return new NavigationItem("organisation." + page + ".title", "/admin/" + page, group, order,
				Role.SYS_ADMIN.id());
	}

	@EventListener
	void calendarImported(CalendarImported imported) {
		this.journal.record("calendar.imported", imported.years().toString(), "");
	}

}
