package org.gongjian.activity;

import org.gongjian.casefile.CaseValues;
import org.gongjian.form.Filled;
import org.gongjian.form.FormRule;
import org.gongjian.form.Violations;
import org.springframework.stereotype.Component;

/** Photos with minors are not published without the consent of their guardians. */
@Component
class NewsRule implements FormRule {

	@Override
	public boolean concerns(String process, String step) {
		return process.equals("publicity-review") && (step.equals("task-draft") || step.equals("task-publish"));
	}

	@Override
	public void check(Filled filled, Violations out) {
		CaseValues data = ActivityProposalRule.values(filled);
		if (filled.step().equals("task-publish")) {
			if (data.text("newsUrl") == null && data.texts("clipping").isEmpty()) {
				out.add("newsUrl", "activity.violation.link");
			}
			return;
		}
		if (!"SUBMIT".equals(filled.decision())) {
			return;
		}
		boolean photos = !data.texts("newsPhotos").isEmpty();
		if (photos && data.flag("photosMinors") && !data.flag("minorsInPhotos")) {
			out.add("minorsInPhotos", "activity.violation.photos-minors");
		}
		if (data.flag("minorsInPhotos") && data.texts("consentFiles").isEmpty()) {
			out.add("consentFiles", "activity.violation.consent");
		}
	}

}
