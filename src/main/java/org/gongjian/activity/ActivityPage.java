package org.gongjian.activity;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.gongjian.casefile.CaseValues;
import org.gongjian.casefile.Cases;
import org.gongjian.pairing.Pairings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what the page of an activity shows. */
@Component
@Transactional(readOnly = true)
class ActivityPage {

	private final Activities activities;

	private final BookingTable bookings;

	private final ResourceTable resources;

	private final ProblemTable problems;

	private final NewsTable news;

	private final Pairings pairings;

	private final Cases cases;

	ActivityPage(Activities activities, BookingTable bookings, ResourceTable resources, ProblemTable problems,
			NewsTable news, Pairings pairings, Cases cases) {
		this.activities = activities;
		this.bookings = bookings;
		this.resources = resources;
		this.problems = problems;
		this.news = news;
		this.pairings = pairings;
		this.cases = cases;
	}

	Map<String, Object> of(Activity activity) {
		var model = new HashMap<String, Object>();
		CaseValues data = new CaseValues(
				(activity.caseNumber() == null) ? Map.of() : this.cases.data(activity.caseNumber()));
		model.put("activity", activity);
		model.put("types", List.of(activity.type().split(",")));
		model.put("pillars", (activity.pillar() == null) ? List.of() : List.of(activity.pillar().split(",")));
		model.put("pairings", this.activities.pairings(activity));
		model.put("booked", booked(activity));
		model.put("problems", this.problems.of(activity.id()));
		model.put("news", this.news.ofActivity(activity.id()).orElse(null));
		model.put("planRow", Optional.ofNullable(activity.planRow()).flatMap(this.pairings::planRow).orElse(null));
		model.put("composition", composition(activity, data));
		model.put("results", data.text("results"));
		model.put("nextSteps", data.rows("nextSteps"));
		return model;
	}

	/** Lesson, film and practice of a theme Party day; empty parts are advice only. */
	private static Map<String, String> composition(Activity activity, CaseValues data) {
		var parts = new LinkedHashMap<String, String>();
		if (activity.themePartyDay() && activity.caseNumber() != null) {
			parts.put("lesson", data.text("lessonTopic"));
			parts.put("film", data.text("filmTitle"));
			parts.put("practice", data.text("practiceContent"));
		}
		return parts;
	}

	private List<Booked> booked(Activity activity) {
		return this.bookings.ofActivity(activity.id())
			.stream()
			.map((booking) -> new Booked(this.resources.find(booking.resource()).orElseThrow(), booking))
			.toList();
	}

	/** A booking with what is booked. */
	record Booked(Resource resource, Booking booking) {
	}

}
