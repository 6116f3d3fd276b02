package org.gongjian.doors;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.gongjian.api.Trial;
import org.gongjian.casefile.Attachments;
import org.gongjian.identity.Accounts;
import org.gongjian.identity.ActorSource;
import org.gongjian.support.Rows;
import org.gongjian.web.PdfPages;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One of everything that can be named in an address, belonging to the government
 * organisation {@code T01} and the enterprise {@code T02} of {@link Trial}; all of it
 * bears the {@link #MARK}. Tells a real name for every place in an address.
 */
final class Belongings {

	/** Stands in every title: who may not see a thing must not find this word. */
	static final String MARK = "Zanzibar";

	private static final OffsetDateTime LATER = OffsetDateTime.of(2024, 2, 1, 0, 0, 0, 0, ZoneOffset.UTC);

	private final ApplicationContext house;

	private final Rows rows;

	private final JdbcClient jdbc;

	private final Map<String, String> names = new HashMap<>();

	private final String key = UUID.randomUUID().toString().substring(0, 6).toUpperCase(java.util.Locale.ROOT);

	final String caseNumber;

	final String task;

	Belongings(ApplicationContext house, Trial trial) {
		this.house = house;
		this.jdbc = house.getBean(JdbcClient.class);
		this.rows = new Rows(this.jdbc);
		this.caseNumber = trial.inReview(MARK + " hall");
		this.task = trial.task(this.caseNumber);
		cases();
		pairings();
		activities();
		problems();
		plaques();
		meetings();
		keptByPersons();
		masters();
		studio();
	}

	/**
	 * What really stands at a place of an address.
	 * @param place the pattern up to the variable,
	 * <code>/cases/{number}/attachments/</code>
	 */
	String real(String place) {
		String name = this.names.get(place.startsWith("/api/v1/") ? place.substring("/api/v1".length()) : place);
		if (name == null) {
			throw new AssertionError(
					"nobody knows a real name for " + place + ": say in Belongings what a stranger could look for");
		}
		return name;
	}

	/** Whether the place holds one of a few words rather than the name of a thing. */
	static boolean isWord(String place) {
		return place.equals("/inbox/filters/{id}/") || place.equals("/pairings/{number}/watch/")
				|| place.equals("/activities/{number}/") || place.equals("/news/{id}/photos/")
				|| place.equals("/api/v1/registers/") || place.endsWith("/versions/") || place.equals("/duty/")
				|| place.equals("/admin/calendar/") || place.equals("/exports/");
	}

	private void names(Object name, String... places) {
		for (String place : places) {
			this.names.put(place, name.toString());
		}
	}

	private void cases() {
		names(this.caseNumber, "/cases/", "/admin/operations/cases/");
		names(this.task, "/tasks/");
		byte[] pdf = new PdfPages().write("<html><head><title>" + MARK + "</title></head><body>x</body></html>");
		UUID attachment = this.house.getBean(Attachments.class)
			.store(this.house.getBean(ActorSource.class).actor(Trial.LIAISON), new ByteArrayInputStream(pdf),
					MARK + ".pdf", Optional.of(this.caseNumber))
			.id();
		names(attachment, "/cases/{number}/attachments/");
		UUID waiting = this.rows.insert("attachment", "name", MARK + ".pdf", "media_type", "application/pdf", "size", 5,
				"sha256", "0".repeat(64), "owner", Trial.LIAISON, "keep_until", LATER.plusYears(70));
		names(waiting, "/form/uploads/");
		names("api-trial", "/ledgers/", "/new/", "/admin/operations/", "/admin/process/", "/definitions/",
				"/insight/waiting/");
		names("task-review", "/insight/waiting/{process}/");
		names("plaque-proofs", "/insight/behind/");
		names("1", "/definitions/{key}/versions/");
		UUID batch = this.rows.insert("bulk_batch", "number", "PL-" + this.key, "username", Trial.OFFICER);
		names(batch, "/bulk/");
		UUID move = this.rows.insert("process_move", "process", "api-trial", "from_version", 1, "to_version", 1,
				"username", Trial.ADMIN);
		names(move, "/admin/process/{key}/moves/");
	}

	private void pairings() {
		String programme = "Z" + this.key;
		this.rows.insert("programme", "code", programme, "title_en", MARK, "title_zh", MARK, "ends_on",
				LATER.toLocalDate());
		names(programme, "/programmes/", "/admin/programmes/");
		String number = "JD-" + this.key;
		UUID pairing = this.rows.insert("pairing", "number", number, "programme", programme, "government_org", "T01",
				"enterprise_org", "T02", "status", "EXPIRED", "focus_areas", "TEAM", "evidence", MARK);
		names(number, "/pairings/");
		UUID item = this.rows.insert("list_item", "pairing", pairing, "kind", "PROJECT", "row_no", 1, "side",
				"GOVERNMENT", "owner_org", "T01", "category", "TRAINING", "content", MARK, "status", "OPEN");
		names(item, "/pairings/{number}/items/", "/activities/item/");
		names("talk", "/pairings/{number}/watch/");
		UUID row = this.rows.insert("annual_plan_row", "pairing", pairing, "row_no", 1, "plan_month", "2026-12",
				"theme", MARK, "form", "JOINT_STUDY", "host_side", "GOVERNMENT");
		names(row, "/activities/plan/");
		UUID evaluation = this.rows.insert("evaluation", "pairing", number, "government_org", "T01", "enterprise_org",
				"T02", "search_key", MARK.toLowerCase(), "evaluation_year", 2025, "kind", "ANNUAL", "case_number",
				"PE-" + this.key, "band", "GOOD", "grade", "GOOD", "violation", "NONE", "remark", MARK);
		names(evaluation, "/evaluations/");
	}

	private void activities() {
		String number = "HD-" + this.key;
		UUID activity = this.rows.insert("activity", "number", number, "case_number", this.caseNumber, "title", MARK,
				"activity_type", "JOINT_STUDY", "pillar", "TEAM", "host_org", "T01", "status", "CANCELLED",
				"search_key", MARK.toLowerCase(), "starts_at",
				OffsetDateTime.of(2026, 12, 5, 1, 0, 0, 0, ZoneOffset.UTC));
		this.rows.insert("activity_organisation", "activity", activity, "organisation", "T01", "part", "HOST");
		this.rows.insert("activity_organisation", "activity", activity, "organisation", "T02", "part", "CO_HOST");
		names(number, "/activities/", "/registers/{register}/");
		names("scheme", "/activities/{number}/");
		names("activities", "/registers/");
		UUID resource = this.rows.insert("resource", "kind", "VENUE", "owner_org", "T01", "name", "Hall " + this.key,
				"search_key", "hall", "active", true);
		names(resource, "/resources/");
		UUID news = this.rows.insert("activity_news", "activity", activity, "case_number", "PR-" + this.key, "headline",
				"Public headline", "body", "Public text", "first_review", "a", "second_review", "b", "final_review",
				"c");
		names(news, "/news/");
		names("0", "/news/{id}/photos/");
		names("csv-free-token-" + this.key, "/feeds/");
	}

	private void problems() {
		String number = "SQ-" + this.key;
		this.rows.insert("case_file", "number", number, "process", "problem-escalation", "definition", "none",
				"instance", UUID.randomUUID().toString(), "title_en", MARK, "title_zh", MARK, "status", "completed",
				"closed_at", LATER, "initiator", Trial.SECRETARY);
		UUID file = this.jdbc.sql("select id from case_file where number = :number")
			.param("number", number)
			.query(UUID.class)
			.single();
		this.rows.insert("case_party", "case_id", file, "org", "T02");
		this.rows.insert("problem", "case_number", number, "title", MARK, "reporter_org", "T02", "kind", "HELP",
				"category", "UTILITIES", "severity", "S3", "ladder", "L1", "state", "CLOSED_EXPLAINED", "channel",
				"FORM", "search_key", MARK.toLowerCase());
		names(number, "/problems/");
		this.rows.insert("archive_item", "case_number", number, "search_key", MARK.toLowerCase(), "retention", "10Y",
				"keep_until", 2036);
		names(number, "/archive/");
		UUID knowledge = this.rows.insert("knowledge_item", "category", "POLICY", "question", "Which papers?", "answer",
				"These", "search_key", "papers");
		names(knowledge, "/knowledge/");
		LocalDate day = LocalDate.of(2031, 1, 1).plusDays(Math.floorMod(this.key.hashCode(), 20_000));
		this.rows.insert("duty", "duty_day", day);
		names(day, "/duty/");
	}

	private void plaques() {
		UUID batch = this.rows.insert("plaque_batch", "case_number", this.caseNumber, "award_type", "NEW", "state",
				"CLOSED");
		String number = "GJ-" + this.key + "-1";
		this.rows.insert("plaque", "batch", batch, "organisation", "T02", "name_en", MARK, "name_zh", MARK, "number",
				number, "sort_key", number, "search_key", MARK.toLowerCase(), "plaque_text", "共建单位", "state", "VOID",
				"issuer", "Zone", "reason", MARK);
		names(number, "/plaques/", "/verify/");
		UUID notice = this.rows.insert("public_notice", "batch", batch, "case_number", "PQ-" + this.key, "plaque_text",
				"共建单位", "issuer", "Zone", "recipients", "T02", "closes_at", LATER);
		names(notice, "/notices/");
		UUID objection = this.rows.insert("objection", "notice", notice, "number", 1, "organisation", "T02",
				"raised_by", Trial.SECRETARY, "claim", MARK, "state", "DISMISSED", "settled_at", LATER);
		names(objection, "/objections/");
		UUID ceremony = this.rows.insert("ceremony", "title", MARK, "state", "CANCELLED", "provenance", "D");
		names(ceremony, "/ceremonies/");
		UUID breach = this.rows.insert("breach", "organisation", "T02", "kind", "DISHONESTY", "source", MARK);
		names(breach, "/breaches/");
	}

	private void meetings() {
		String number = "LX-" + this.key;
		UUID meeting = this.rows.insert("meeting", "number", number, "case_number", "JM-" + this.key, "meeting_type",
				"JOINT", "state", "CANCELLED", "purpose", MARK);
		this.rows.insert("meeting_attendee", "meeting_id", meeting, "organisation", "T02", "position", 1);
		names(number, "/meetings/");
		UUID followUp = this.rows.insert("follow_up", "kind", "DECISION", "organisation", "T02", "state", "DONE",
				"role", null, "source_key", this.key, "content", MARK);
		names(followUp, "/follow-ups/");
	}

	private void keptByPersons() {
		names(this.rows.insert("saved_filter", "username", Trial.OFFICER, "name", MARK, "view_name", "todo"),
				"/inbox/filters/");
		names("forget", "/inbox/filters/{id}/");
		names(this.rows.insert("phrase", "username", Trial.OFFICER, "content", MARK), "/phrases/");
		names(this.rows.insert("notification", "username", Trial.OFFICER, "kind", "TASK", "case_number",
				this.caseNumber, "title_en", MARK, "title_zh", MARK), "/notifications/");
		names(this.rows.insert("personal_token", "username", Trial.OFFICER, "name", MARK, "token_hash",
				UUID.randomUUID().toString()), "/profile/tokens/");
		names(this.rows.insert("stand_in", "absent", Trial.OFFICER, "username", Trial.COLLEAGUE, "state", "OVER"),
				"/profile/stand-ins/", "/admin/stand-ins/");
	}

	private void masters() {
		String account = "doorkeeper-" + this.key.toLowerCase(java.util.Locale.ROOT);
		UUID keeper = this.rows.insert("person", "name", "Keeper", "membership", "FORMAL", "username", account,
				"active", true, "search_key", "keeper");
		this.house.getBean(Accounts.class).create(account, account, keeper, Trial.PASSWORD);
		names(account, "/admin/accounts/");
		names(keeper, "/admin/people/");
		names(this.rows.insert("role_assignment", "person", keeper, "role", "viewer"), "/admin/roles/");
		names("T02", "/admin/organisations/");
		names("2025", "/admin/calendar/");
		names("pairings", "/exports/");
		String department = "D" + this.key;
		this.rows.insert("organisation", "code", department, "name_en", "Department", "name_zh", "部门", "side",
				"DEPARTMENT", "org_type", "DEPARTMENT", "active", false, "ended_on", LATER.toLocalDate());
		this.rows.insert("department", "organisation_code", department);
		names(department, "/admin/departments/");
		names(this.jdbc.sql("select min(parameter_key) from parameter").query(String.class).single(),
				"/admin/parameters/");
		names("reply-opening", "/admin/templates/");
		names(this.rows.insert("webhook", "name", MARK, "url", "https://example.org/", "events", "case.opened"),
				"/admin/webhooks/");
		names(this.rows.insert("outbox", "channel", "MAIL", "addressee", Trial.OFFICER, "state", "FAILED", "content",
				"{}"), "/admin/deliveries/");
		names(this.rows.insert("organisation_import", "kind", "PEOPLE"), "/admin/imports/");
	}

	private void studio() {
		names(this.rows.insert("diagram_draft", "process", "api-trial", "xml", "<x/>", "note", MARK, "state", "EDITING",
				"author", Trial.ADMIN, "updated_by", Trial.ADMIN), "/drafts/", "/admin/process/drafts/");
	}

}
