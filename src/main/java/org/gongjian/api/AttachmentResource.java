package org.gongjian.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.gongjian.casefile.Attachment;
import org.gongjian.casefile.Attachments;
import org.gongjian.casefile.CaseFile;
import org.gongjian.casefile.Cases;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.Overtaken;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files of cases, and files brought for a form that is not sent yet. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "api.tag.attachments")
class AttachmentResource {

	private final Cases cases;

	private final Attachments attachments;

	AttachmentResource(Cases cases, Attachments attachments) {
		this.cases = cases;
		this.attachments = attachments;
	}

	/** A file. */
	record AttachmentView(UUID id, String name, String mediaType, long size, String sha256, String owner,
			Instant storedAt) {

		static AttachmentView of(Attachment attachment) {
			return new AttachmentView(attachment.id(), attachment.name(), attachment.mediaType(), attachment.size(),
					attachment.sha256(), attachment.owner(), attachment.storedAt());
		}

	}

	@GetMapping("/cases/{number}/attachments")
	@Operation(summary = "api.op.attachments")
	List<AttachmentView> list(Actor actor, @PathVariable String number) {
		CaseFile file = this.cases.visible(actor, number);
		return this.attachments.of(file.number()).stream().map(AttachmentView::of).toList();
	}

	@PostMapping(path = "/cases/{number}/attachments", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	@Operation(summary = "api.op.attachments.add")
	ResponseEntity<AttachmentView> add(Actor actor, @PathVariable String number, Once once,
			@RequestPart(name = "file", required = false) MultipartFile file) {
		return once.answer(mark(file), () -> {
			CaseFile target = this.cases.visible(actor, number);
			if (!target.open()) {
				throw new Overtaken("api.case.ended", null, target.closedAt(), target.outcome());
			}
			Attachment stored = store(actor, file, Optional.of(target.number()));
			return ResponseEntity
				.created(URI.create("/api/v1/cases/" + target.number() + "/attachments/" + stored.id()))
				.body(AttachmentView.of(stored));
		});
	}

	@PostMapping(path = "/uploads", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	@Operation(summary = "api.op.uploads", description = "api.op.uploads.more")
	ResponseEntity<AttachmentView> upload(Actor actor, Once once,
			@RequestPart(name = "file", required = false) MultipartFile file) {
		return once.answer(mark(file),
				() -> ResponseEntity.status(201).body(AttachmentView.of(store(actor, file, Optional.empty()))));
	}

	@GetMapping("/cases/{number}/attachments/{id}")
	@Operation(summary = "api.op.attachments.download")
	ResponseEntity<InputStreamResource> download(Actor actor, @PathVariable String number, @PathVariable UUID id) {
		Attachment attachment = this.attachments.get(this.cases.visible(actor, number).number(), id);
		ContentDisposition disposition = ContentDisposition.attachment()
			.filename(attachment.name(), StandardCharsets.UTF_8)
			.build();
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType(attachment.mediaType()))
			.contentLength(attachment.size())
			.cacheControl(CacheControl.noStore())
			.header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
			.header("X-Content-Type-Options", "nosniff")
			.header("Content-Security-Policy", "default-src 'none'; sandbox")
			.body(new InputStreamResource(this.attachments.open(attachment)));
	}

	private Attachment store(Actor actor, MultipartFile file, Optional<String> caseNumber) {
		try (InputStream in = file.getInputStream()) {
			return this.attachments.store(actor, in, file.getOriginalFilename(), caseNumber);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What tells one file from another. */
	private static List<String> mark(MultipartFile file) {
		if (file == null) {
			throw new InvalidInput("file", "api.violation.file");
		}
		try (InputStream in = file.getInputStream()) {
			return List.of(String.valueOf(file.getOriginalFilename()), String.valueOf(file.getSize()), Hash.of(in));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
