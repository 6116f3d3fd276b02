package org.gongjian.casefile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Violation;
import org.gongjian.support.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@ParameterizedClass
@EnumSource(Database.class)
@Tag("postgres")
class AttachmentsTests {

	private static final Actor LIN = new Actor("lin", "Lin", Set.of(), Set.of(), Set.of(), false);

	private static final Actor WANG = new Actor("wang", "Wang", Set.of(), Set.of(), Set.of(), false);

	private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

	@Parameter
	Database database;

	@TempDir
	Path home;

	private Attachments attachments;

	private Attachments later;

	@BeforeEach
	void open() {
		DataSource source = this.database.migrated();
		AttachmentTable table = new AttachmentTable(JdbcClient.create(source));
		AttachmentStore store = new AttachmentStore(this.home);
		this.attachments = new Attachments(table, store, clock(NOW));
		this.later = new Attachments(table, store, clock(NOW.plus(Duration.ofDays(10))));
	}

	private static java.time.Clock clock(Instant now) {
		return java.time.Clock.fixed(now, java.time.ZoneOffset.UTC);
	}

	private Attachment store(Actor actor, byte[] content, String name, String caseNumber) {
		return this.attachments.store(actor, new ByteArrayInputStream(content), name, Optional.ofNullable(caseNumber));
	}

	private String refusal(byte[] content, String name) {
		InvalidInput refused = catchThrowableOfType(InvalidInput.class, () -> store(LIN, content, name, null));
		assertThat(files()).as("nothing is left behind").isEmpty();
		return refused.violations().stream().map(Violation::code).findFirst().orElseThrow();
	}

	private List<Path> files() {
		try (Stream<Path> files = Files.walk(this.home)) {
			return files.filter(Files::isRegularFile).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Test
	void aFileIsKeptUnderItsIdWithItsHash() throws IOException {
		Attachment kept = store(LIN, FileFixtures.pdf(), "会议记录.PDF", null);
		String id = kept.id().toString();
		assertThat(kept.name()).isEqualTo("会议记录.pdf");
		assertThat(kept.mediaType()).isEqualTo("application/pdf");
		assertThat(kept.size()).isEqualTo(FileFixtures.pdf().length);
		assertThat(kept.sha256()).matches("[0-9a-f]{64}");
		assertThat(files()).containsExactly(
				this.home.resolve("attachments").resolve(id.substring(0, 2)).resolve(id.substring(2, 4)).resolve(id));
		try (InputStream in = this.attachments.open(kept)) {
			assertThat(in.readAllBytes()).isEqualTo(FileFixtures.pdf());
		}
		assertThat(this.attachments.waiting(LIN, kept.id())).isEqualTo(kept);
	}

	@Test
	void anUploadIsItsOwnersUntilACaseAdoptsIt() {
		Attachment kept = store(LIN, FileFixtures.png(), "photo.png", null);
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> this.attachments.waiting(WANG, kept.id()));
		this.attachments.adopt(WANG, List.of(kept.id().toString()), "PA-2026-0001");
		assertThat(this.attachments.of("PA-2026-0001")).isEmpty();
		this.attachments.adopt(LIN, List.of(kept.id().toString()), "PA-2026-0001");
		assertThat(this.attachments.of("PA-2026-0001")).extracting(Attachment::id).containsExactly(kept.id());
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> this.attachments.waiting(LIN, kept.id()));
		this.attachments.adopt(LIN, List.of(kept.id().toString()), "PA-2026-0002");
		assertThat(this.attachments.of("PA-2026-0002")).isEmpty();
	}

	@Test
	void aFileOfAnotherCaseIsNotFound() {
		Attachment kept = store(LIN, FileFixtures.png(), "photo.png", "PA-2026-0001");
		assertThat(this.attachments.get("PA-2026-0001", kept.id())).isEqualTo(kept);
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> this.attachments.get("PA-2026-0002", kept.id()));
		assertThatExceptionOfType(NotFound.class)
			.isThrownBy(() -> this.attachments.get("PA-2026-0001", UUID.randomUUID()));
	}

	@Test
	void theSameFileOfTwoPeopleIsTwoFiles() {
		Attachment one = store(LIN, FileFixtures.pdf(), "a.pdf", null);
		Attachment other = store(WANG, FileFixtures.pdf(), "a.pdf", null);
		assertThat(one.id()).isNotEqualTo(other.id());
		assertThat(files()).hasSize(2);
	}

	@Test
	void whatIsRefusedLeavesNothing() {
		assertThat(refusal(new byte[0], "empty.pdf")).isEqualTo("casefile.attachment.empty");
		assertThat(refusal(FileFixtures.text("<html>"), "page.pdf")).isEqualTo("casefile.attachment.kind");
		assertThat(refusal(FileFixtures.pdf(), "invoice.pdf.exe")).isEqualTo("casefile.attachment.ending");
		assertThat(refusal(FileFixtures.pdf(), "photo.png")).isEqualTo("casefile.attachment.ending");
		assertThat(refusal(FileFixtures.pdf(), "no ending")).isEqualTo("casefile.attachment.ending");
		assertThat(refusal(FileFixtures.pdf(), "a.jsp")).isEqualTo("casefile.attachment.ending");
		assertThat(refusal(FileFixtures.pdf(), "a.pdf\0.jsp")).isEqualTo("casefile.attachment.ending");
		byte[] large = new byte[20 * 1024 * 1024 + 1];
		System.arraycopy(FileFixtures.pdf(), 0, large, 0, FileFixtures.pdf().length);
		assertThat(refusal(large, "large.pdf")).isEqualTo("casefile.attachment.too-large");
	}

	@Test
	void anEndlessStreamIsCutOff() {
		InputStream endless = new InputStream() {

			@Override
			public int read() {
				return 0;
			}

			@Override
			public int read(byte[] buffer, int offset, int length) {
				return length;
			}

		};
		assertThatExceptionOfType(InvalidInput.class)
			.isThrownBy(() -> this.attachments.store(LIN, endless, "endless.pdf", Optional.empty()));
		assertThat(files()).isEmpty();
	}

	@Test
	void namesAreMadeSafe() {
		assertThat(nameOf("../../etc/passwd.pdf")).isEqualTo("passwd.pdf");
		assertThat(nameOf("C:\\temp\\x.pdf")).isEqualTo("x.pdf");
		assertThat(nameOf("a\0b.pdf")).isEqualTo("ab.pdf");
		assertThat(nameOf("CON.pdf")).isEqualTo("_CON.pdf");
		assertThat(nameOf("gpj\u202Efdp.exe.pdf")).isEqualTo("gpjfdp.exe.pdf");
		assertThat(nameOf("a\"b\r\nSet-Cookie: x=1;.pdf")).isEqualTo("a_bSet-Cookie_ x=1_.pdf");
		assertThat(nameOf("x".repeat(300) + ".pdf")).hasSize(124);
		assertThat(nameOf("...   .pdf")).isEqualTo("file.pdf");
		assertThat(nameOf("e\u0301.pdf")).isEqualTo("é.pdf");
	}

	private String nameOf(String given) {
		return store(LIN, FileFixtures.pdf(), given, null).name();
	}

	@Test
	void uploadsNobodyNeedsAreDeletedOnesOfDraftsAndCasesStay() throws IOException {
		Attachment forgotten = store(LIN, FileFixtures.pdf(), "forgotten.pdf", null);
		Attachment drafted = store(LIN, FileFixtures.pdf(), "drafted.pdf", null);
		Attachment adopted = store(LIN, FileFixtures.pdf(), "adopted.pdf", null);
		this.attachments.keepForDraft(LIN, List.of(drafted.id().toString()));
		this.attachments.adopt(LIN, List.of(adopted.id().toString()), "PA-2026-0001");
		Path stranger = this.home.resolve("attachments/ab/cd/" + "abcd0000-0000-4000-8000-000000000000");
		Files.createDirectories(stranger.getParent());
		Files.write(stranger, new byte[] { 1 });
		Path halfway = Files.write(this.home.resolve("attachments/arriving/half"), new byte[] { 1 });
		for (Path file : files()) {
			Files.setLastModifiedTime(file, FileTime.from(NOW));
		}
		this.attachments.cleanUp();
		assertThat(files()).hasSize(5);
		this.later.cleanUp();
		assertThat(files()).hasSize(2).doesNotContain(stranger, halfway);
		assertThat(this.attachments.find(List.of(forgotten.id(), drafted.id(), adopted.id())))
			.extracting(Attachment::id)
			.containsExactlyInAnyOrder(drafted.id(), adopted.id());
	}

	@Test
	void onlyTheOwnerDiscardsAnUploadAndNobodyAFileOfACase() {
		Attachment waiting = store(LIN, FileFixtures.pdf(), "a.pdf", null);
		Attachment adopted = store(LIN, FileFixtures.pdf(), "b.pdf", "PA-2026-0001");
		this.attachments.discard(WANG, waiting.id());
		this.attachments.discard(LIN, adopted.id());
		assertThat(files()).hasSize(2);
		this.attachments.discard(LIN, waiting.id());
		assertThat(files()).hasSize(1);
	}

}
