package org.gongjian.operations;

import java.util.List;

import org.gongjian.organisation.People;
import org.gongjian.organisation.Person;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Whom one may mean, while a user name is typed; no more than a few at a time. */
@Controller
@RequestMapping("/admin/operations/people")
class PeopleController {

	private static final int FEW = 20;

	private final People people;

	PeopleController(People people) {
		this.people = people;
	}

	@GetMapping
	ModelAndView like(@RequestParam(defaultValue = "") String q) {
		List<Person> found = this.people.search(q.strip(), null)
			.stream()
			.filter((person) -> person.username() != null)
			.limit(FEW)
			.toList();
		return new ModelAndView("inbox/operations/panel :: colleagues", "colleagues", found);
	}

}
