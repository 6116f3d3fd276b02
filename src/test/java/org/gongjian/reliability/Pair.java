package org.gongjian.reliability;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongjian.reliability.Client.Answer;
import org.gongjian.reliability.Client.NoAnswer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two organisations that propose, confirm, resolve and withdraw a pairing again and
 * again.
 *
 * @param government how the accounts of the government side begin
 * @param enterprise how those of the enterprise begin
 */
record Pair(String government, String governmentOrg, String enterprise, String enterpriseOrg) {

	private static final JsonMapper JSON = new JsonMapper();

	/** One case from its proposal to its withdrawal. */
	void once(Client client) throws NoAnswer {
		String mark = UUID.randomUUID().toString();
		String liaison = this.government + ".liaison";
		String secretary = this.enterprise + ".secretary";
		Answer opened = client.send(new Operation(key(), liaison, "open", "/cases", proposal(mark), mark, mark));
		if (opened.status() != 201) {
			return;
		}
		String number = opened.body().get("number").stringValue();
		for (int steps = 0; steps < 3; steps++) {
			say(client, secretary, number);
			JsonNode file = client.get(liaison, "/cases/" + number);
			for (JsonNode task : file.get("openTasks")) {
				decide(client, number, task);
			}
		}
		client.send(new Operation(key(), liaison, "withdraw", "/cases/" + number + "/withdraw",
				"{\"reason\": \"" + mark + "\"}", number, mark));
	}

	private static void say(Client client, String username, String number) throws NoAnswer {
		String text = UUID.randomUUID().toString();
		client.send(new Operation(key(), username, "comment", "/cases/" + number + "/comments",
				"{\"text\": \"" + text + "\"}", number, text));
	}

	private void decide(Client client, String number, JsonNode task) throws NoAnswer {
		String step = task.get("step").stringValue();
		String path = "/tasks/" + task.get("id").stringValue() + "/complete";
		String actor = task.get("actors").get(0).stringValue();
		if (step.equals("task-counterpart-confirm")) {
			client
				.send(new Operation(
						key(), actor, "decide", path, JSON
							.writeValueAsString(
									Map.of("decision", "ACCEPT", "data",
											Map.of("ownLiaison", this.enterprise + ".liaison", "needs",
													List.of(Map.of("need", "Lectures", "urgency", "M"))))),
						number, step));
		}
		else if (step.equals("task-branch-resolution")) {
			Answer brought = client
				.send(new Operation(key(), actor, "upload", "/uploads", null, number, UUID.randomUUID().toString()));
			client.send(new Operation(key(), actor, "decide", path, JSON
				.writeValueAsString(Map.of("decision", "AGREE", "data",
						Map.of("meetingType", "MEMBERS_MEETING", "meetingDate", LocalDate.now().toString(), "entitled",
								10, "attendees", 9, "minutesFile", List.of(brought.body().path("id").asString(""))))),
					number, step));
		}
	}

	private String proposal(String mark) {
		Map<String, Object> data = Map.ofEntries(Map.entry("requestType", "NEW"), Map.entry("programme", "JH-2026"),
				Map.entry("governmentOrg", this.governmentOrg), Map.entry("govLiaison", this.government + ".liaison"),
				Map.entry("enterpriseOrg", this.enterpriseOrg), Map.entry("entLiaison", this.enterprise + ".liaison"),
				Map.entry("reason", "The two branches work together on services for young workers for a year. " + mark),
				Map.entry("focusAreas", List.of("TEAM", "ACTIVITY")), Map.entry("plannedActivities", 4),
				Map.entry("plannedDeeds", 2), Map.entry("termStart", LocalDate.now().plusDays(2).toString()),
				Map.entry("termEnd", LocalDate.now().plusDays(300).toString()), Map.entry("plaqueRequested", true),
				Map.entry("waiverReason", "Both sides ask for it although one is paired already."));
		return JSON.writeValueAsString(Map.of("process", "pairing-approval", "data", data));
	}

	private static String key() {
		return UUID.randomUUID().toString();
	}

}
