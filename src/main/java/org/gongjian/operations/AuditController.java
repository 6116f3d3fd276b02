package org.gongjian.operations;

import org.gongjian.shared.Actor;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Hands out audit packages; each is noted, so that it takes a form to have one. */
@Controller
class AuditController {

	private static final MediaType ZIP = MediaType.parseMediaType("application/zip");

	private final Audits audits;

	AuditController(Audits audits) {
		this.audits = audits;
	}

	@PostMapping("/cases/{number}/audit.zip")
	ResponseEntity<byte[]> download(Actor actor, @PathVariable String number) {
		AuditPackage.Sealed sealed = this.audits.of(actor, number);
		return ResponseEntity.ok()
			.contentType(ZIP)
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(number + "-audit.zip").build().toString())
			.header("X-Content-Type-Options", "nosniff")
			.cacheControl(CacheControl.noStore())
			.body(sealed.zip());
	}

}
