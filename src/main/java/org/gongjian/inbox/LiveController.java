package org.gongjian.inbox;

import org.gongjian.shared.Actor;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Where a page hears that its list changed; what changed it asks for like any page. */
@Controller
class LiveController {

	private final Live live;

	LiveController(Live live) {
		this.live = live;
	}

	@GetMapping(path = "/inbox/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	SseEmitter listen(Actor actor) {
		return this.live.listen(actor.username());
	}

}
