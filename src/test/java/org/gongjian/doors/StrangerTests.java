package org.gongjian.doors;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.gongjian.api.Trial;
import org.gongjian.doors.Knocking.Heard;
import org.gongjian.identity.Accounts;
import org.gongjian.organisation.Role;
import org.gongjian.support.HouseTest;
import org.gongjian.support.Rows;
import org.gongjian.support.TestActors;
import org.gongjian.web.Limits;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nobody can act on, see, count or guess at what is not theirs. Every door of the house
 * is tried, by those who have no business there, with the name of a thing that exists and
 * with one that does not; a new door is tried by itself, and fails until
 * {@link Belongings} knows a thing behind it.
 */
@HouseTest
class StrangerTests {

	private static final String INSIDER = "doors.insider";

	private static final String NOBODY = "doors.nobody";

	/** What everybody may see, and why. */
	private static final Map<String, String> OPEN = Map.ofEntries(
			Map.entry("/ceremonies/{id}", "when and where a ceremony is; the recipients shown are one's own"),
			Map.entry("/exports/{name}.csv", "a table of one's own rows; what is in it is looked at below"),
			Map.entry("/exports/{name}.xlsx", "a table of one's own rows"),
			Map.entry("/api/v1/registers/{register}", "a list of one's own rows"),
			Map.entry("/inbox/filters/{id}", "filters are shared by their address; a filter shows one's own rows"),
			Map.entry("/insight/waiting/{process}/{step}", "one's own cases that wait there"),
			Map.entry("/insight/behind/{basis}", "one's own rows behind a figure"),
			Map.entry("/knowledge/{id}/edit", "everybody reads the knowledge base, few change it"),
			Map.entry("/ledgers/{process}", "a list of one's own rows"),
			Map.entry("/notices/{id}", "public notices are for everybody of the house to object to"),
			Map.entry("/notices/{id}/objection", "the same"),
			Map.entry("/resources/{id}", "what is shared is found by whoever might book it"),
			Map.entry("/resources/{id}/edit", "the same"));

	private static final Set<String> WITHOUT_LOGIN = Set.of("/login", "/setup", "/language", "/news", "/news/{id}",
			"/news/{id}/photos/{position}", "/verify", "/verify/{number}", "/feeds/{token}.ics");

	/** What only its owner finds, or what wants more than a name to be found. */
	private static final Set<String> NEEDS_MORE = Set.of("/admin/imports/{id}", "/bulk/{batch}", "/form/uploads/{id}",
			"/feeds/{token}.ics", "/admin/process/drafts/{id}/form", "/admin/process/drafts/{id}/form/field",
			"/admin/process/drafts/{id}/table", "/meetings/{number}/minutes.pdf", "/plaques/{number}/certificate.pdf",
			"/problems/{number}/dispatch.pdf", "/verify/{number}", "/insight/waiting/{process}/{step}",
			"/activities/{number}/{paper}.pdf", "/news/{id}/photos/{position}");

	private static final Map<String, String> REFUSING = Map.of("_decision", "REJECT", "_comment", "not with me",
			"_action", "submit");

	@Autowired
	private ApplicationContext house;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Accounts accounts;

	@Autowired
	private TestActors actors;

	@Autowired
	private Limits limits;

	private Knocking knocking;

	private Trial trial;

	private Belongings belongings;

	@BeforeEach
	void somethingOfEverything() {
		this.knocking = new Knocking(this.mvc);
		this.trial = new Trial(this.house);
		this.belongings = new Belongings(this.house, this.trial);
		if (this.accounts.find(INSIDER).isEmpty()) {
			Rows rows = new Rows(this.jdbc);
			UUID person = rows.insert("person", "name", "Insider", "membership", "FORMAL", "username", INSIDER,
					"active", true, "search_key", "insider");
			rows.insert("role_assignment", "person", person, "role", "process-admin");
			this.accounts.create(INSIDER, INSIDER, person, Trial.PASSWORD);
			this.accounts.create(NOBODY, NOBODY, null, Trial.PASSWORD);
		}
		this.actors.give(INSIDER, Arrays.stream(Role.values()).map(Role::id).toArray(String[]::new));
	}

	@Test
	void whoIsNotSignedInFindsTheLoginPageEverywhere() {
		var wrong = new ArrayList<String>();
		for (Door door : doors((door) -> !WITHOUT_LOGIN.contains(door.pattern()))) {
			Heard heard = this.knocking.at(door, null, this.belongings::real, Map.of());
			boolean right = door.isForPrograms() ? heard.status() == 401
					: heard.status() == 302 && heard.location().endsWith("/login");
			if (!right) {
				wrong.add(door + " " + heard.status());
			}
		}
		assertThat(wrong).isEmpty();
	}

	@Test
	void anInsiderFindsWhatIsThereAndNothingElse() {
		var wrong = new ArrayList<String>();
		for (Door door : doors((door) -> door.reads() && door.named() && !NEEDS_MORE.contains(door.pattern()))) {
			Heard real = this.knocking.at(door, INSIDER, this.belongings::real, Map.of());
			Heard unknown = this.knocking.at(door, INSIDER, this::unknown, Map.of());
			if (real.status() == 404 || real.status() >= 500 || (unknown.status() != 404 && !onlyWords(door))) {
				wrong.add(door + " " + real.status() + " " + unknown.status());
			}
		}
		assertThat(wrong).isEmpty();
	}

	@Test
	void aStrangerCannotTellWhatIsThereFromWhatIsNot() {
		var ledger = new Ledger(this.jdbc);
		Map<String, Integer> before = ledger.contents();
		var told = new ArrayList<String>();
		for (String stranger : List.of(Trial.OUTSIDER, NOBODY)) {
			for (Door door : doors((door) -> door.named() && !OPEN.containsKey(door.pattern())
					&& !WITHOUT_LOGIN.contains(door.pattern()))) {
				Heard real = this.knocking.at(door, stranger, this.belongings::real, Map.of("name", "x"));
				Heard unknown = this.knocking.at(door, stranger, this::unknown, Map.of("name", "x"));
				if (!Set.of(403, 404).contains(real.status()) || !real.tellsTheSameAs(unknown)) {
					told.add(stranger + " " + door + " " + real.status() + " " + unknown.status());
				}
			}
		}
		assertThat(told).isEmpty();
		assertThat(ledger.changedSince(before)).isEmpty();
	}

	@Test
	void noListSearchCountOrTableShowsAStrangerAnything() {
		var told = new ArrayList<String>();
		for (String stranger : List.of(Trial.OUTSIDER, NOBODY)) {
			for (Door door : doors((door) -> door.reads() && !door.pattern().equals("/inbox/live"))) {
				Heard heard = this.knocking.at(door, stranger, this.belongings::real,
						Map.of("q", "Zanzi", "text", "Zanzi"));
				if (heard.body().contains(Belongings.MARK) && !door.pattern().startsWith("/ceremonies")) {
					told.add(stranger + " " + door + " " + around(heard.body()));
				}
			}
		}
		assertThat(told).isEmpty();
	}

	/** Whoever belongs to the case but is not asked changes nothing in it. */
	@Test
	void theOtherPartyAndAFormerSignerChangeNothing() {
		String decided = this.trial.inReview("Decided");
		String task = this.trial.task(decided);
		assertThat(this.trial.post(Trial.OFFICER, "/tasks/" + task + "/complete",
				"{\"decision\": \"APPROVE\", \"comment\": \"fine with me\", \"data\": {\"coiDeclared\": true}}"))
			.hasStatusOk();
		var ledger = new Ledger(this.jdbc);
		Map<String, Integer> before = ledger.contents();
		var wrong = new ArrayList<String>();
		for (Door door : doors((door) -> !door.reads() && door.pattern().contains("/tasks/{id}")
				&& !door.pattern().endsWith("/recall") && !door.pattern().endsWith("/undo"))) {
			for (String who : List.of(Trial.SECRETARY, Trial.OFFICER, Trial.OUTSIDER, NOBODY)) {
				Heard heard = this.knocking.at(door, who,
						(place) -> who.equals(Trial.OFFICER) ? task : this.belongings.real(place), REFUSING);
				if (heard.status() < 400 || heard.status() >= 500) {
					wrong.add(who + " " + door + " " + heard.status());
				}
			}
		}
		assertThat(wrong).isEmpty();
		assertThat(ledger.changedSince(before)).as("what somebody typed is kept for them").isSubsetOf("draft");
	}

	private String unknown(String place) {
		String real = this.belongings.real(place);
		if (Belongings.isWord(place)) {
			return real;
		}
		if (Pattern.matches("[0-9a-f-]{36}", real)) {
			return UUID.randomUUID().toString();
		}
		return "no-" + real.toLowerCase();
	}

	private static boolean onlyWords(Door door) {
		boolean[] thing = new boolean[1];
		door.path((place) -> {
			thing[0] |= !Belongings.isWord(place);
			return "x";
		});
		return !thing[0];
	}

	private List<Door> doors(Predicate<Door> which) {
		this.limits.reset();
		return Door.all(this.house).stream().filter(which).toList();
	}

	private static String around(String body) {
		int at = body.indexOf(Belongings.MARK);
		return body.substring(Math.max(0, at - 80), at).replaceAll("\\s+", " ");
	}

}
