package org.gongjian.casefile;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.gongjian.shared.Actor;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Hands out files: to be saved, never to be shown by the browser in our name. */
@Controller
class AttachmentController {

	private final Attachments attachments;

	private final Cases cases;

	AttachmentController(Attachments attachments, Cases cases) {
		this.attachments = attachments;
		this.cases = cases;
	}

	@GetMapping("/cases/{number}/attachments/{id}")
	ResponseEntity<InputStreamResource> ofCase(Actor actor, @PathVariable String number, @PathVariable UUID id) {
		return download(this.attachments.get(this.cases.visible(actor, number).number(), id));
	}

	@GetMapping("/form/uploads/{id}")
	ResponseEntity<InputStreamResource> waiting(Actor actor, @PathVariable UUID id) {
		return download(this.attachments.waiting(actor, id));
	}

	private ResponseEntity<InputStreamResource> download(Attachment attachment) {
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType(attachment.mediaType()))
			.contentLength(attachment.size())
			.cacheControl(CacheControl.noStore())
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment()
						.filename(attachment.name(), StandardCharsets.UTF_8)
						.build()
						.toString())
			.header("X-Content-Type-Options", "nosniff")
			.header("Content-Security-Policy", "default-src 'none'; sandbox")
			.header("Cross-Origin-Resource-Policy", "same-origin")
			.body(new InputStreamResource(this.attachments.open(attachment)));
	}

}
