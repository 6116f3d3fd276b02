package org.gongjian.form;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.support.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ParameterizedClass
@EnumSource(Database.class)
@Tag("postgres")
class DraftsTests {

	private static final Actor WANG = new Actor("wang", "Wang", Set.of(), Set.of(), Set.of(), false);

	@Parameter
	Database database;

	private DraftTable table;

	private Drafts drafts;

	@BeforeEach
	void open() {
		DataSource source = this.database.migrated();
		this.table = new DraftTable(JdbcClient.create(source));
		this.drafts = new Drafts(this.table, FormFixtures.CLOCK);
	}

	@Test
	void whatIsKeptIsFoundByItsOwnerOnly() {
		Map<String, Object> data = Map.of("reason", "半句话", "rows", List.of(Map.of("item", "Hall")));
		Draft kept = this.drafts.save(FormFixtures.LIAISON, FormContext.Kind.START, "pairing-approval", data, "Half a");
		assertThat(found(FormFixtures.LIAISON, FormContext.Kind.START, "pairing-approval")).contains(kept);
		assertThat(kept.data()).isEqualTo(data);
		assertThat(found(WANG, FormContext.Kind.START, "pairing-approval")).isEmpty();
		assertThat(found(FormFixtures.LIAISON, FormContext.Kind.TASK, "pairing-approval")).isEmpty();
		assertThat(this.drafts.of(FormFixtures.LIAISON, FormContext.Kind.START)).containsExactly(kept);
	}

	@Test
	void theSecondDeviceIsToldUnlessItInsists() {
		save("first");
		assertThat(this.drafts.save(FormFixtures.start(), Map.of("a", "second"), null, 1)).isPresent();
		assertThat(this.drafts.save(FormFixtures.start(), Map.of("a", "late"), null, 1)).isEmpty();
		assertThat(this.drafts.save(FormFixtures.start(), Map.of("a", "new"), null, 0)).isEmpty();
		assertThat(save("insists").version()).isEqualTo(3);
	}

	@Test
	void manyAtOnceAllKeepSomething() {
		var all = IntStream.range(0, 8)
			.mapToObj((i) -> CompletableFuture.supplyAsync(() -> save("text " + i)))
			.toList();
		all.forEach(CompletableFuture::join);
		assertThat(found(FormFixtures.LIAISON, FormContext.Kind.START, "sample").orElseThrow().version()).isEqualTo(8);
	}

	@Test
	void tooMuchIsRefused() {
		assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> save("x".repeat(300_001)));
	}

	@Test
	void controlCharactersDoNotBreakADraft() {
		Draft kept = this.drafts.save(FormFixtures.LIAISON, FormContext.Kind.START, "sample", Map.of("a", "x\0y\uD800"),
				"c\0d");
		assertThat(found(FormFixtures.LIAISON, FormContext.Kind.START, "sample").orElseThrow().comment())
			.isEqualTo(kept.comment());
	}

	@Test
	void oldDraftsAreForgotten() {
		save("old");
		new Drafts(this.table, Clock.offset(FormFixtures.CLOCK, Duration.ofDays(91))).cleanUp();
		assertThat(found(FormFixtures.LIAISON, FormContext.Kind.START, "sample")).isEmpty();
	}

	private Optional<Draft> found(Actor actor, FormContext.Kind kind, String key) {
		return this.table.find(actor.username(), kind.code(), key);
	}

	private Draft save(String text) {
		return this.drafts.save(FormFixtures.LIAISON, FormContext.Kind.START, "sample", Map.of("a", text), null);
	}

}
