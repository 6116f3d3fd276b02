package org.gongjian.activity;

import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.gongjian.casefile.CaseValues;
import org.gongjian.casefile.Cases;
import org.gongjian.organisation.Organisations;
import org.gongjian.pairing.Pairings;
import org.gongjian.shared.Time;
import org.gongjian.web.PdfPages;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * The papers of an activity as PDF, in Chinese: the scheme (活动方案), an empty sign-in sheet
 * (签到表) and, once it is recorded, the summary (活动总结).
 */
@Component
@Transactional(readOnly = true)
class ActivityPapers {

	/** The paper an activity may have. */
	enum Paper {

		SCHEME, SIGN_IN, SUMMARY;

		/** As it stands in an address, {@code sign-in}. */
		static Paper of(String name) {
			return List.of(values())
				.stream()
				.filter((paper) -> paper.path().equals(name))
				.findFirst()
				.orElseThrow(() -> new org.gongjian.shared.NotFound("paper " + name));
		}

		public String path() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu年M月d日");

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu年M月d日 HH:mm");

	/** How many empty lines a sign-in sheet has beyond those expected, at most. */
	private static final int MOST_LINES = 200;

	private static final int FEWEST_LINES = 20;

	private final ITemplateEngine templates;

	private final PdfPages pages;

	private final Activities activities;

	private final Organisations organisations;

	private final Cases cases;

	private final Pairings pairings;

	ActivityPapers(ITemplateEngine templates, PdfPages pages, Activities activities, Organisations organisations,
			Cases cases, Pairings pairings) {
		this.templates = templates;
		this.pages = pages;
		this.activities = activities;
		this.organisations = organisations;
		this.cases = cases;
		this.pairings = pairings;
	}

	/** Which papers there are by now; none for an activity without a case. */
	static List<Paper> of(Activity activity) {
		if (activity.caseNumber() == null) {
			return List.of();
		}
		return ActivityStatus.RECORDED.contains(activity.status()) ? List.of(Paper.SCHEME, Paper.SIGN_IN, Paper.SUMMARY)
				: List.of(Paper.SCHEME, Paper.SIGN_IN);
	}

	/** Writes one. */
	byte[] write(Activity activity, Paper paper) {
		Context context = new Context(Locale.SIMPLIFIED_CHINESE);
		CaseValues data = new CaseValues(this.cases.data(activity.caseNumber()));
		List<Part> parts = this.activities.parts(activity);
		context.setVariable("activity", activity);
		context.setVariable("data", data);
		context.setVariable("from", moment(activity.startsAt()));
		context.setVariable("to", moment(activity.endsAt()));
		context.setVariable("actualFrom", moment(data.moment("actualStart")));
		context.setVariable("actualTo", moment(data.moment("actualEnd")));
		context.setVariable("parts", parts);
		context.setVariable("deeds", data.rows("deedsDone").stream().map(this::deed).toList());
		context.setVariable("names", names(parts, data));
		int lines = (activity.participants() == null) ? FEWEST_LINES : activity.participants();
		context.setVariable("lines", Math.max(FEWEST_LINES, Math.min(MOST_LINES, lines)));
		return this.pages.write(this.templates.process("documents/activity-" + paper.path(), context));
	}

	/** What was done, in words; older records hold the words themselves. */
	private String deed(CaseValues row) {
		return this.pairings.item(ReferenceChoices.id(row.text("deed")))
			.map((listed) -> listed.item().content())
			.orElse(row.text("deed"));
	}

	private Map<String, String> names(List<Part> parts, CaseValues data) {
		Set<String> codes = new HashSet<>();
		parts.forEach((part) -> codes.add(part.organisation()));
		data.rows("byOrg").forEach((row) -> codes.add(String.valueOf(row.text("organisation"))));
		var names = new HashMap<String, String>();
		this.organisations.all(codes).forEach((one) -> names.put(one.code(), one.nameZh()));
		return names;
	}

	private static String moment(Instant at) {
		if (at == null) {
			return "";
		}
		var there = at.atZone(Time.OFFICE);
		return (there.toLocalTime().equals(LocalTime.MIDNIGHT) ? DAY : MOMENT).format(there);
	}

}
