package org.gongjian.api;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongjian.support.HouseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gongjian.api.Trial.ADMIN;
import static org.gongjian.api.Trial.OFFICER;
import static org.gongjian.api.Trial.json;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** Decision tables and forms of a draft are changed cell by cell and field by field. */
@HouseTest
class StudioFilesTests {

	private static final String TABLE = "pairing-route.dmn";

	private static final String FORM = "forms/task-approve.json";

	@Autowired
	private ApplicationContext house;

	@Autowired
	private MockMvcTester mvc;

	private Trial trial;

	private String draft;

	@BeforeEach
	void begin() {
		this.trial = new Trial(this.house);
		String xml = new String(
				this.trial.get(ADMIN, "/definitions/pairing-approval/versions/1").getResponse().getContentAsByteArray(),
				UTF_8);
		this.draft = json(this.trial.post(ADMIN, "/drafts",
				new JsonMapper()
					.writeValueAsString(Map.of("key", "pairing-approval", "xml", xml, "note", "cell by cell"))))
			.get("id")
			.stringValue();
	}

	@Test
	void onlyProcessAdministratorsGetThere() {
		assertThat(get(OFFICER, "/table?name=" + TABLE)).hasStatus(403);
		assertThat(get(OFFICER, "/form?name=" + FORM)).hasStatus(403);
		assertThat(get(ADMIN, "/table?name=no-such.dmn")).hasStatus(404);
		assertThat(get(ADMIN, "/form?name=../x.json")).hasStatus(404);
		assertThat(get(ADMIN, "/form/field?name=" + FORM + "&field=nothing")).hasStatus(404);
	}

	@Test
	void aCellIsChangedAndARowAddedAndEverythingElseStays() {
		MultiValueMap<String, String> cells = cells();
		cells.set("cell.0.0.1", "\"DISCIPLINE\", \"MERGER\"");
		assertThat(post("/table", cells)).hasStatus(302);
		String once = content(TABLE);
		assertThat(once).contains("\"DISCIPLINE\", \"MERGER\"", "rule-terminate-discipline", "因违纪解除");
		cells = cells();
		cells.set("action", "add:0:0");
		assertThat(post("/table", cells)).hasStatus(302);
		assertThat(content(TABLE)).contains("rule-added-1").contains("COMMITTEE");
		cells = cells();
		cells.set("action", "remove:0:1");
		assertThat(post("/table", cells)).hasStatus(302);
		assertThat(content(TABLE)).doesNotContain("rule-added-1").contains("rule-otherwise");
		assertThat(diff()).contains("MERGER", TABLE, "Termination for discipline");
	}

	@Test
	void whatACellMayNotHoldIsSaidAtTheCellAndNotKept() {
		for (String bad : List.of("for i in 1..9 return i", "\"a\" ++", "> param_nothing", "${execution}")) {
			MultiValueMap<String, String> cells = cells();
			cells.set("cell.0.2.0", bad);
			MvcTestResult refused = post("/table", cells);
			assertThat(refused).as(bad)
				.hasStatus(422)
				.bodyText()
				.contains(bad.replace("\"", "&quot;").replace(">", "&gt;"));
			if (!bad.contains("param_")) {
				assertThat(refused).bodyText().contains("id=\"cell.0.2.0-error\"");
			}
		}
		assertThat(content(TABLE)).doesNotContain("for i in");
	}

	@Test
	void theNamesAStepAsksForStay() {
		String renamed = content(TABLE).replace("name=\"approvalLevel\"", "name=\"level\"");
		MultiValueMap<String, String> sent = sent(TABLE);
		sent.set("content", renamed);
		assertThat(post("/file", sent)).hasStatus(302);
		String found = json(this.trial.post(ADMIN, "/drafts/" + this.draft + "/check", null)).toString();
		assertThat(found).contains("table-names", "approvalLevel");
	}

	@Test
	void twoWhoChangeATableDoNotOverwriteEachOther() {
		MultiValueMap<String, String> first = cells();
		MultiValueMap<String, String> second = cells();
		first.set("cell.0.0.1", "\"MERGER\"");
		second.set("cell.0.0.1", "\"OTHER\"");
		assertThat(post("/table", first)).hasStatus(302);
		assertThat(post("/table", second)).hasStatus(409).bodyText().contains("OTHER");
		assertThat(content(TABLE)).contains("MERGER").doesNotContain("OTHER");
		MultiValueMap<String, String> text = sent(TABLE);
		text.set("version", "0");
		text.set("content", content(TABLE).replace("MERGER", "TYPED"));
		assertThat(post("/file", text)).as("as text").hasStatus(409).bodyText().contains("TYPED");
		text.set("xml", json(this.trial.get(ADMIN, "/drafts/" + this.draft)).get("xml").stringValue());
		text.set("note", "drawn by the second");
		assertThat(post("", text)).as("the drawing").hasStatus(409).bodyText().contains("drawn by the second");
		assertThat(post("/autosave", text)).hasStatus(409);
		assertThat(content(TABLE)).doesNotContain("TYPED");
	}

	@Test
	void aFieldIsAddedChangedMovedShownAndTakenAway() {
		MultiValueMap<String, String> field = field("");
		field.set("name", "Bad name");
		field.set("label.zh", "");
		assertThat(post("/form/field", field)).hasStatus(422)
			.bodyText()
			.contains("id=\"name-error\"", "id=\"label.zh-error\"", "Why so much");
		field.set("name", "whySoMuch");
		field.set("label.zh", "为何这么多");
		field.set("type", "enum");
		assertThat(post("/form/field", field)).hasStatus(422).bodyText().contains("option.0.value-error");
		field.set("option.0.value", "NEED");
		field.set("option.0.en", "It is needed");
		field.set("option.0.zh", "确有需要");
		field.set("when.0.field", "decision");
		field.set("when.0.values", "APPROVE");
		assertThat(post("/form/field", field)).hasStatus(302);
		assertThat(content(FORM)).contains("whySoMuch", "确有需要", "\"when\"");
		assertThat(get(ADMIN, "/form?name=" + FORM)).hasStatusOk()
			.bodyText()
			.contains("Why so much", "It is needed", "name=\"title.en\" value=\"Approval\"");
		assertThat(diff()).contains("asks for one thing more: “Why so much”", FORM);
		MultiValueMap<String, String> again = field("");
		again.set("name", "whySoMuch");
		assertThat(post("/form/field", again)).hasStatus(422);
		MultiValueMap<String, String> text = field("whySoMuch");
		text.set("name", "whySoMuch");
		assertThat(post("/form/field", text)).hasStatus(302);
		assertThat(content(FORM)).doesNotContain("确有需要").contains("whySoMuch");
		MultiValueMap<String, String> up = sent(FORM);
		up.set("action", "up:whySoMuch");
		assertThat(post("/form", up)).hasStatus(302);
		up = sent(FORM);
		up.set("action", "remove:whySoMuch");
		assertThat(post("/form", up)).hasStatus(302);
		assertThat(content(FORM)).doesNotContain("whySoMuch");
	}

	private static String letters() {
		return UUID.randomUUID()
			.toString()
			.chars()
			.filter(Character::isLetterOrDigit)
			.limit(12)
			.map((each) -> 'a' + Character.digit(each, 16))
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

	@Test
	void aNumberBecomesAParameterThatTablesCanName() {
		MultiValueMap<String, String> parameter = sent(TABLE);
		parameter.set("key", "limit" + letters());
		parameter.set("en", "Trial limit");
		parameter.set("zh", "试验限额");
		parameter.set("value", "much");
		assertThat(post("/parameter", parameter)).hasStatus(422).bodyText().contains("parameterValue-error");
		parameter.set("value", "5000");
		String good = parameter.getFirst("key");
		parameter.set("key", "limit1e5");
		assertThat(post("/parameter", parameter)).hasStatus(422).bodyText().contains("parameterKey-error");
		parameter.set("key", good);
		assertThat(post("/parameter", parameter)).hasStatus(302);
		assertThat(post("/parameter", parameter)).as("taken").hasStatus(422);
		MultiValueMap<String, String> cells = cells();
		cells.set("cell.0.0.1", "string(param_studio_" + parameter.getFirst("key") + ")");
		assertThat(post("/table", cells)).hasStatus(302);
		assertThat(get(ADMIN, "/table?name=" + TABLE)).bodyText().contains("Trial limit");
		assertThat(this.house.getBean(org.gongjian.engine.Thresholds.class).values())
			.containsEntry("param_studio_" + parameter.getFirst("key"), 5000);
		itTakesThePlaceOfALimit();
	}

	private void itTakesThePlaceOfALimit() {
		MultiValueMap<String, String> cells = cells();
		cells.set("cell.0.1.0", "> 5000");
		assertThat(post("/table", cells)).hasStatus(302);
		MultiValueMap<String, String> parameter = sent(TABLE);
		parameter.set("key", "place" + letters());
		parameter.set("en", "Placed limit");
		parameter.set("zh", "置入限额");
		parameter.set("value", "5000");
		parameter.set("at", "0.1.0");
		assertThat(get(ADMIN, "/parameter?name=" + TABLE)).bodyText().contains("&gt; 5000", "value=\"0.1.0\"");
		MultiValueMap<String, String> late = new LinkedMultiValueMap<>(parameter);
		late.set("version", "0");
		assertThat(post("/parameter", late)).hasStatus(409).bodyText().contains("Placed limit");
		assertThat(post("/parameter", parameter)).as("the refused one made nothing").hasStatus(302);
		assertThat(cells()).containsEntry("cell.0.1.0", List.of("> param_studio_" + parameter.getFirst("key")));
	}

	private MultiValueMap<String, String> field(String path) {
		MultiValueMap<String, String> field = sent(FORM);
		field.remove("name");
		field.set("file", FORM);
		field.set("path", path);
		field.set("into", path.isEmpty() ? "0" : "");
		field.set("label.en", "Why so much");
		field.set("label.zh", "为何这么多");
		field.set("type", "text");
		field.set("required", "true");
		field.set("option.0.value", "");
		field.set("when.0.field", "");
		return field;
	}

	/** The table as its page sends it when nothing was typed. */
	private MultiValueMap<String, String> cells() {
		MultiValueMap<String, String> sent = sent(TABLE);
		String page = body(get(ADMIN, "/table?name=" + TABLE));
		var inputs = java.util.regex.Pattern.compile("name=\"((?:cell|row)\\.[^\"]+)\" value=\"([^\"]*)\"")
			.matcher(page);
		while (inputs.find()) {
			sent.set(inputs.group(1), inputs.group(2).replace("&quot;", "\"").replace("&gt;", ">"));
		}
		var words = java.util.regex.Pattern.compile("name=\"(about\\.[^\"]+)\"[^>]*>([^<]*)<").matcher(page);
		while (words.find()) {
			sent.set(words.group(1), words.group(2));
		}
		assertThat(sent).containsKeys("cell.0.0.0", "row.0.8");
		return sent;
	}

	private MultiValueMap<String, String> sent(String name) {
		MultiValueMap<String, String> sent = new LinkedMultiValueMap<>();
		sent.set("name", name);
		sent.set("version", json(this.trial.get(ADMIN, "/drafts/" + this.draft)).get("version").asString());
		return sent;
	}

	private MvcTestResult get(String username, String path) {
		return this.mvc.get().uri("/admin/process/drafts/" + this.draft + path).with(user(username)).exchange();
	}

	private MvcTestResult post(String path, MultiValueMap<String, String> sent) {
		return this.mvc.post()
			.uri("/admin/process/drafts/" + this.draft + path)
			.with(user(ADMIN))
			.with(csrf())
			.params(sent)
			.exchange();
	}

	private static String body(MvcTestResult result) {
		return new String(result.getResponse().getContentAsByteArray(), UTF_8);
	}

	private String content(String name) {
		String page = body(get(ADMIN, "/file?name=" + name));
		String area = page.substring(page.indexOf("<textarea"), page.indexOf("</textarea>"));
		return HtmlUtils.htmlUnescape(area.substring(area.indexOf('>') + 1));
	}

	private String diff() {
		return body(get(ADMIN, "/review"));
	}

}
