package org.gongjian.casefile;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.gongjian.casefile.AttachmentStore.Arrived;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotFound;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Takes in, keeps and hands out files. A file belongs to the person who brought it until
 * a case adopts it; from then on it is part of that case.
 */
@Service
public class Attachments {

	/** The most bytes of one file. */
	public static final long LARGEST = 20L * 1024 * 1024;

	private static final long MOST_WAITING = 500L * 1024 * 1024;

	private static final long ROOM_LEFT = 200L * 1024 * 1024;

	private static final Duration UPLOAD_KEPT = Duration.ofDays(3);

	private static final Duration DRAFT_KEPT = Duration.ofDays(120);

	private final AttachmentTable table;

	private final AttachmentStore store;

	private final Clock clock;

	Attachments(AttachmentTable table, AttachmentStore store, Clock clock) {
		this.table = table;
		this.store = store;
		this.clock = clock;
	}

	/**
	 * Takes in a file.
	 * @param actor who brings it
	 * @param in its bytes, read to the end or to the limit
	 * @param name the name it came with
	 * @param caseNumber the case it belongs to from the start, else it waits to be
	 * adopted; whether the actor may add to that case is the caller's business
	 * @throws InvalidInput if it is empty, too large, or not of a kind the house takes
	 */
	public Attachment store(Actor actor, InputStream in, String name, Optional<String> caseNumber) {
		if (this.store.room() < ROOM_LEFT) {
			throw new InvalidInput("file", "casefile.attachment.no-room");
		}
		if (caseNumber.isEmpty() && this.table.waiting(actor.username()) > MOST_WAITING) {
			throw new InvalidInput("file", "casefile.attachment.quota", MOST_WAITING / 1024 / 1024);
		}
		String shown = FileName.plain(name);
		Arrived arrived = this.store.receive(in, LARGEST)
			.orElseThrow(() -> new InvalidInput("file", "casefile.attachment.too-large", shown, LARGEST / 1024 / 1024));
		return keep(actor, arrived, name, caseNumber);
	}

	/** Takes in a file the house itself has made. */
	public Attachment store(Actor actor, byte[] bytes, String name, String caseNumber) {
		return store(actor, new ByteArrayInputStream(bytes), name, Optional.of(caseNumber));
	}

	private Attachment keep(Actor actor, Arrived arrived, String name, Optional<String> caseNumber) {
		boolean kept = false;
		try {
			String shown = FileName.plain(name);
			if (arrived.size() == 0) {
				throw new InvalidInput("file", "casefile.attachment.empty", shown);
			}
			ContentType type = ContentCheck.of(arrived.file())
				.orElseThrow(() -> new InvalidInput("file", "casefile.attachment.kind", shown));
			if (!type.mayBeNamed(shown)) {
				throw new InvalidInput("file", "casefile.attachment.ending", shown, type.extension());
			}
			Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
			Attachment attachment = new Attachment(UUID.randomUUID(), FileName.safe(name, type), type.mediaType(),
					arrived.size(), arrived.sha256(), actor.username(), caseNumber.orElse(null), now);
			this.store.keep(arrived, attachment.id());
			kept = true;
			this.table.insert(attachment, caseNumber.isPresent() ? null : now.plus(UPLOAD_KEPT));
			return attachment;
		}
		finally {
			if (!kept) {
				this.store.discard(arrived);
			}
		}
	}

	/** The bytes of a file. */
	public InputStream open(Attachment attachment) {
		return this.store.open(attachment.id()).orElseThrow(() -> new NotFound("bytes of " + attachment.id()));
	}

	/** The files of a case, oldest first. */
	public List<Attachment> of(String caseNumber) {
		return this.table.ofCase(caseNumber);
	}

	/** A file of a case; a file of another case is not found. */
	public Attachment get(String caseNumber, UUID id) {
		return this.table.find(id)
			.filter((attachment) -> caseNumber.equals(attachment.caseNumber()))
			.orElseThrow(() -> new NotFound("attachment " + id));
	}

	/** An upload that waits for a case; found by its owner only. */
	public Attachment waiting(Actor actor, UUID id) {
		return this.table.find(id)
			.filter((attachment) -> attachment.caseNumber() == null && attachment.owner().equals(actor.username()))
			.orElseThrow(() -> new NotFound("upload " + id));
	}

	/** Those that exist, whoever they belong to: the caller checks. */
	public List<Attachment> find(Collection<UUID> ids) {
		return ids.isEmpty() ? List.of() : this.table.find(Set.copyOf(ids));
	}

	/**
	 * Gives uploads to a case, in the caller's transaction. Files of the case already,
	 * and files of others, are left as they are.
	 */
	public void adopt(Actor actor, Collection<String> ids, String caseNumber) {
		Set<UUID> wanted = uuids(ids);
		if (!wanted.isEmpty()) {
			this.table.adopt(wanted, actor.username(), caseNumber);
		}
	}

	/** Keeps uploads as long as the draft they belong to. */
	public void keepForDraft(Actor actor, Collection<String> ids) {
		Set<UUID> wanted = uuids(ids);
		if (!wanted.isEmpty()) {
			this.table.keepUntil(wanted, actor.username(), this.clock.instant().plus(DRAFT_KEPT));
		}
	}

	/** Deletes an upload that waits; of nobody but its owner. */
	public void discard(Actor actor, UUID id) {
		if (this.table.deleteWaiting(id, actor.username())) {
			this.store.delete(id);
		}
	}

	/**
	 * Deletes uploads nobody needs any more, and bytes without a row, which a crash in
	 * the wrong moment leaves behind.
	 */
	@Scheduled(cron = "${gongjian.attachments.clean-up:0 40 2 * * *}", zone = "Asia/Shanghai")
	public void cleanUp() {
		Instant now = this.clock.instant();
		List<UUID> expired;
		do {
			expired = this.table.expired(now, 500);
			for (UUID id : expired) {
				if (this.table.deleteExpired(id, now)) {
					this.store.delete(id);
				}
			}
		}
		while (expired.size() == 500);
		Instant yesterday = now.minus(Duration.ofDays(1));
		this.store.forgetArriving(yesterday);
		for (Path shelf : this.store.shelves()) {
			forgetWithoutRow(this.store.ids(shelf, yesterday));
		}
	}

	private void forgetWithoutRow(List<UUID> ids) {
		if (ids.isEmpty()) {
			return;
		}
		Set<UUID> strangers = new HashSet<>(ids);
		this.table.find(ids).forEach((attachment) -> strangers.remove(attachment.id()));
		strangers.forEach(this.store::delete);
	}

	private static Set<UUID> uuids(Collection<String> ids) {
		Set<UUID> uuids = new HashSet<>();
		for (String id : ids) {
			uuids.add(UUID.fromString(id));
		}
		return uuids;
	}

}
