package org.gongjian.activity;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.gongjian.casefile.CaseValues;
import org.gongjian.casefile.Cases;
import org.gongjian.casefile.LogEntry;
import org.gongjian.engine.Call;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The steps of the review of what is published. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class NewsSteps {

	private static final String OUTCOME = "publicityOutcome";

	private static final List<String> REVIEWS = List.of("task-first-review", "task-second-review", "task-final-review");

	private final ActivityProposals proposals;

	private final ActivityTable table;

	private final NewsTable news;

	private final PublicPhotos photos;

	private final Cases cases;

	NewsSteps(ActivityProposals proposals, ActivityTable table, NewsTable news, PublicPhotos photos, Cases cases) {
		this.proposals = proposals;
		this.table = table;
		this.news = news;
		this.photos = photos;
		this.cases = cases;
	}

	/** Sets {@code finalReviewerRole}: the leader in charge where leaders are named. */
	void chooseFinalReviewer(Call call) {
		boolean leaders = this.proposals.data(call.caseNumber()).flag("namesLeaders");
		call.set("finalReviewerRole", leaders ? "wc-deputy" : "party-head");
	}

	/** What was reviewed is public from now on. */
	void record(Call call) {
		Activity activity = this.table.lockOfCase(call.caseNumber()).orElseThrow();
		CaseValues data = this.proposals.data(call.caseNumber());
		List<LogEntry> log = this.cases.log(call.caseNumber());
		if (this.news.ofActivity(activity.id()).isEmpty()) {
			News published = new News(UUID.randomUUID(), data.text("headline"), data.text("newsBody"),
					data.text("newsUrl"), data.moment("publishedAt"));
			this.news.insert(published, activity, REVIEWS.stream().map((step) -> reviewer(log, step)).toList());
			if (mayShow(data)) {
				this.news.photos(published.id(), this.photos.copies(call.caseNumber(), data.texts("newsPhotos")));
			}
		}
		call.set(OUTCOME, "PUBLISHED");
	}

	/** Photos of minors are shown with the consent of their guardians alone. */
	private static boolean mayShow(CaseValues data) {
		return !data.flag("minorsInPhotos") && !data.flag("photosMinors") || !data.texts("consentFiles").isEmpty();
	}

	/** Who approved a review last. */
	private static String reviewer(List<LogEntry> log, String step) {
		Stream<LogEntry> decided = log.stream()
			.filter((entry) -> step.equals(entry.step()) && "DECIDED".equals(entry.action()));
		return decided.reduce((first, last) -> last).orElseThrow().actor();
	}

	void notPublished(Call call) {
		call.set(OUTCOME, "NOT_PUBLISHED");
	}

}
