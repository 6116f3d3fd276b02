package org.gongjian.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class VotesTests {

	@ParameterizedTest(name = "{0} of {2}: {1} is {3}, {4}")
	@CsvSource(delimiter = '|', nullValues = "-",
			value = { "all | YES,YES | 3 | open | -", "all | YES,YES,YES | 3 | settled | YES",
					"all | YES,NO | 3 | settled | NO", "any | NO | 3 | open | -", "any | NO,YES | 3 | settled | YES",
					"any | NO,NO,NO | 3 | settled | NO", "ratio:67 | YES,YES | 3 | open | -",
					"ratio:67 | YES,YES,YES | 3 | settled | YES", "ratio:66 | YES,YES | 3 | settled | YES",
					"ratio:67 | YES,NO | 3 | settled | NO", "ratio:50 | YES | 2 | settled | YES",
					"ratio:50 | NO,NO | 4 | open | -", "ratio:50 | NO,NO,NO | 4 | settled | NO",
					"ratio:1 | YES | 50 | settled | YES", "ratio:100 | YES | 1 | settled | YES",
					"count:2 | YES | 5 | open | -", "count:2 | YES,NO,YES | 5 | settled | YES",
					"count:2 | NO,NO,NO | 5 | open | -", "count:2 | NO,NO,NO,NO | 5 | settled | NO",
					"count:9 | YES,YES | 2 | settled | YES" })
	void thresholdsAreWholePeople(String rule, String cast, int members, String state, String outcome) {
		Votes votes = new Votes(Map.of("rule", rule, "pass", "YES", "order", "NO,YES"), Votes.list(cast), members);
		assertThat(votes.settled()).isEqualTo(state.equals("settled"));
		if (outcome != null) {
			assertThat(votes.outcome()).isEqualTo(outcome);
		}
	}

	@Test
	void withoutARuleTheWorstVoteCountsWhenAllHaveVoted() {
		Map<String, String> settings = new HashMap<>(Map.of("order", "REJECT,CONDITIONS,AGREE"));
		assertThat(new Votes(settings, Votes.list("AGREE,CONDITIONS"), 3).settled()).isFalse();
		assertThat(new Votes(settings, Votes.list("AGREE,CONDITIONS,AGREE"), 3).outcome()).isEqualTo("CONDITIONS");
		settings.put("stop", "REJECT");
		assertThat(new Votes(settings, Votes.list("REJECT"), 3).settled()).as("a veto").isTrue();
	}

	@Test
	void severalAnswersMayCountAsAYes() {
		Map<String, String> settings = Map.of("rule", "count:2", "pass", "AGREE,CONDITIONS", "order",
				"REJECT,CONDITIONS,AGREE");
		assertThat(new Votes(settings, Votes.list("AGREE,CONDITIONS"), 3).settled()).isTrue();
		assertThat(new Votes(settings, Votes.list("AGREE,CONDITIONS"), 3).outcome()).isEqualTo("CONDITIONS");
	}

	@ParameterizedTest(name = "{0} of {2}: {1} is {3}")
	@CsvSource(delimiter = '|', nullValues = "-",
			value = { "all | YES,NO | 3 | COUNTED 3 of 3, 1:1, over", "ratio:67 | YES | 3 | COUNTED 3 of 3, 1:0",
					"count:2 | NO | 5 | FIXED 2 of 5, 0:1", "majority | YES,NO | 5 | MAJORITY 3 of 5, 2:0",
					"any | - | 4 | COUNTED 1 of 4, 0:0" })
	void peopleReadHowFarANodeIs(String rule, String cast, int members, String words) {
		Tally tally = Tally.of(Map.of("rule", rule, "pass", "YES"), Votes.list(cast), members);
		assertThat(tally.kind() + " " + tally.need() + " of " + tally.members() + ", " + tally.yes() + ":" + tally.no()
				+ (tally.settled() ? ", over" : ""))
			.isEqualTo(words);
		assertThat(Tally.of(Map.of("rule", "any"), List.of(), 4).kind()).isEqualTo(Tally.Kind.FIRST);
		assertThat(Tally.of(Map.of("stop", "NO"), List.of("YES"), 2)).extracting(Tally::kind, Tally::stops)
			.containsExactly(Tally.Kind.STRICTEST, List.of("NO"));
	}

	@Test
	void aVoteTakenBackIsTheLastOfItsKind() {
		assertThat(Votes.without("YES,NO,YES", "YES")).isEqualTo("YES,NO");
		assertThat(Votes.without("YES", "NO")).isEqualTo("YES");
		assertThat(Votes.without("YES", "YES")).isEmpty();
	}

}
