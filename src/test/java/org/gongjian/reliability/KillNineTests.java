package org.gongjian.reliability;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import org.gongjian.reliability.Client.Answer;
import org.gongjian.reliability.Client.NoAnswer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Kills the packaged house, one of its nodes or its database with {@code kill -9} in the
 * middle of approvals, starts it again and looks for anything lost or done twice. Not
 * part of the usual tests: {@code mvn test -Dtest=KillNineTests
 * -Dhouse.jar=target/gongjian-0.1.0-SNAPSHOT.jar -Dhouse.rounds=3
 * -Dhouse.accidents=H2,NODE,DATABASE}.
 */
@Tag("reliability")
@EnabledIfSystemProperty(named = "house.jar", matches = ".+")
class KillNineTests {

	/** Neither paired nor proposed by the demo data. */
	private static final List<Pair> PAIRS = List.of(new Pair("gov", "G02", "ent5", "F08"),
			new Pair("gov2", "G01", "ent2", "F01"), new Pair("gov", "G02", "ent2", "F01"),
			new Pair("gov2", "G01", "ent", "E03"), new Pair("gov3", "F04", "ent5", "F08"));

	@TempDir(cleanup = CleanupMode.ON_SUCCESS)
	private Path folder;

	private final Random random = new Random(9);

	@ParameterizedTest
	@MethodSource
	void nothingIsLostOrDoneTwice(Accident accident) throws Exception {
		PowerfulPostgres postgres = new PowerfulPostgres(this.folder.resolve("postgres"));
		Street street = accident.street(Path.of(System.getProperty("house.jar")).toAbsolutePath(),
				Files.createDirectories(this.folder.resolve("home")), postgres);
		try {
			if (accident != Accident.H2) {
				postgres.start();
			}
			street.open();
			rounds(accident, street, postgres);
		}
		finally {
			street.close();
			postgres.stop();
		}
	}

	static Stream<Accident> nothingIsLostOrDoneTwice() {
		String chosen = System.getProperty("house.accidents", "H2,NODE,DATABASE");
		return Stream.of(chosen.split(",")).map(Accident::valueOf);
	}

	private void rounds(Accident accident, Street street, PowerfulPostgres postgres) throws Exception {
		Client client = new Client(street, this.folder.resolve("operations.txt"));
		for (int round = 1; round <= Integer.getInteger("house.rounds", 3); round++) {
			int before = client.acknowledged().size();
			int unknownBefore = client.unknown().size();
			int target = before + 40 + this.random.nextInt(80);
			work(client, target, () -> accident.happen(street, postgres));
			Duration start = street.open();
			List<Operation> done = client.acknowledged().subList(before, client.acknowledged().size());
			List<Operation> open = client.unknown().subList(unknownBefore, client.unknown().size());
			int recovered = settle(client, open);
			check(client, done, open);
			System.out.printf(
					"%s round %d: %d acknowledged, %d without an answer (%d of them carried out), 0 lost, 0 double; ready after %d s%n",
					accident, round, done.size(), open.size(), recovered, start.toSeconds());
			assertThat(client.refused()).isEmpty();
			clear(client);
		}
	}

	/**
	 * Takes back what is still open, so that the next round can propose every pair again.
	 */
	private static void clear(Client client) throws NoAnswer {
		for (JsonNode row : client.get("party.officer", "/cases?limit=100&status=open").get("items")) {
			String number = row.get("number").stringValue();
			String reason = UUID.randomUUID().toString();
			client.send(new Operation(UUID.randomUUID().toString(), row.get("initiator").stringValue(), "withdraw",
					"/cases/" + number + "/withdraw", "{\"reason\": \"" + reason + "\"}", number, reason));
		}
	}

	/** Everybody works; after so many answers the accident happens. */
	private static void work(Client client, int target, Callable<Duration> accident) throws Exception {
		AtomicBoolean over = new AtomicBoolean();
		List<Thread> workers = new ArrayList<>();
		for (Pair pair : PAIRS) {
			Thread worker = new Thread(() -> {
				try {
					while (!over.get()) {
						pair.once(client);
					}
				}
				catch (NoAnswer broken) {
					// whoever got no answer waits for the end of the round
				}
			});
			workers.add(worker);
			worker.start();
		}
		await(client, workers, target, Duration.ofMinutes(10));
		Duration longer = accident.call();
		await(client, workers, Integer.MAX_VALUE, longer);
		over.set(true);
		for (Thread worker : workers) {
			worker.join();
		}
	}

	private static void await(Client client, List<Thread> workers, int target, Duration most)
			throws InterruptedException {
		Instant until = Instant.now().plus(most);
		while (client.acknowledged().size() < target && workers.stream().anyMatch(Thread::isAlive)
				&& client.refused().isEmpty() && Instant.now().isBefore(until)) {
			TimeUnit.MILLISECONDS.sleep(5);
		}
	}

	/** Sends again what got no answer: a client would, with the same key. */
	private static int settle(Client client, List<Operation> open) throws NoAnswer {
		int recovered = 0;
		for (Operation operation : open) {
			Answer answer = client.again(operation);
			assertThat(answer.status()).as(operation + " " + answer).isBetween(200, 299);
			recovered += answer.replayed() ? 1 : 0;
		}
		return recovered;
	}

	private void check(Client client, List<Operation> done, List<Operation> settled) throws NoAnswer {
		JsonNode lists = client.get("process.admin", "/admin/consistency");
		assertThat(lists.get("differences").isEmpty()).as(lists.toString()).isTrue();
		for (Operation operation : done) {
			Answer again = client.again(operation);
			assertThat(again.status()).as(operation + " " + again).isBetween(200, 299);
			assertThat(again.replayed()).as("LOST or forgotten: " + operation).isTrue();
		}
		Map<String, List<String>> byMark = casesByMark(client);
		List<Operation> all = new ArrayList<>(done);
		all.addAll(settled);
		for (Operation operation : all) {
			assertThat(effects(client, operation, byMark)).as("effects of " + operation).isEqualTo(1);
		}
	}

	/** How often the effect of an operation is there. */
	private static long effects(Client client, Operation operation, Map<String, List<String>> byMark) throws NoAnswer {
		String number = operation.subject();
		return switch (operation.kind()) {
			case "open" -> byMark.getOrDefault(operation.mark(), List.of()).size();
			case "comment" -> client.get("party.officer", "/cases/" + number + "/comments")
				.valueStream()
				.filter((comment) -> comment.get("text").stringValue().equals(operation.mark()))
				.count();
			case "decide" -> timeline(client, number, "decided", operation);
			case "withdraw" ->
				client.get("party.officer", "/cases/" + number).get("status").stringValue().equals("withdrawn")
						? timeline(client, number, "withdrawn", operation) : 0;
			default -> 1;
		};
	}

	private static long timeline(Client client, String number, String action, Operation operation) throws NoAnswer {
		return client.get("party.officer", "/cases/" + number + "/timeline")
			.valueStream()
			.filter((line) -> line.get("action").stringValue().equals(action)
					&& line.get("actor").stringValue().equals(operation.username())
					&& (action.equals("withdrawn") || operation.mark().equals(line.get("step").stringValue())))
			.count();
	}

	/** The numbers of cases by the mark in their reason. */
	private static Map<String, List<String>> casesByMark(Client client) throws NoAnswer {
		Map<String, List<String>> cases = new HashMap<>();
		String cursor = "";
		do {
			JsonNode page = client.get("party.officer", "/cases?limit=100&process=pairing-approval" + cursor);
			for (JsonNode row : page.get("items")) {
				String number = row.get("number").stringValue();
				String reason = client.get("party.officer", "/cases/" + number).get("data").path("reason").asString("");
				cases.computeIfAbsent(reason.substring(reason.lastIndexOf(' ') + 1), (mark) -> new ArrayList<>())
					.add(number);
			}
			cursor = page.get("next").isNull() ? null : "&cursor=" + page.get("next").stringValue();
		}
		while (cursor != null);
		return cases;
	}

}
