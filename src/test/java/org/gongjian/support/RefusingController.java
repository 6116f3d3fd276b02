package org.gongjian.support;

import java.time.Instant;
import java.util.UUID;

import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotAllowed;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Overtaken;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** Refuses in every way a room can. */
@Controller
@TestComponent
class RefusingController {

	@ResponseBody
	@GetMapping({ "/refusing/{kind}", "/api/refusing/{kind}" })
	String refuse(@PathVariable String kind) {
		throw switch (kind) {
			case "not-found" -> new NotFound("secret name");
			case "not-allowed" -> new NotAllowed("identity.account.not-oneself");
			case "invalid" -> new InvalidInput("plan", "identity.password.short", 12);
			case "overtaken" ->
				new Overtaken("web.error.409.text", "li.wei", Instant.parse("2026-12-01T01:00:00Z"), "APPROVE");
			default -> new IllegalStateException("secret.ClassName select * from secret");
		};
	}

	@ResponseBody
	@GetMapping({ "/refusing/id/{id}", "/api/refusing/id/{id}" })
	String typed(@PathVariable UUID id) {
		return id.toString();
	}

	@ResponseBody
	@PostMapping("/refusing/decide")
	String decide() {
		throw new IllegalStateException("a language button decided");
	}

}
