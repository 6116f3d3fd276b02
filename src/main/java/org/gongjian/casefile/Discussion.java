package org.gongjian.casefile;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotAllowed;
import org.gongjian.shared.Written;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people say to each other in a case; every one who sees it reads and writes it. */
@Service
@Transactional
public class Discussion {

	private static final int MOST = 2_000;

	private final Cases cases;

	private final CommentTable comments;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Discussion(Cases cases, CommentTable comments, ApplicationEventPublisher events, Clock clock) {
		this.cases = cases;
		this.comments = comments;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Adds to the discussion.
	 * @throws InvalidInput if the text is empty or longer than 2,000 characters
	 * @throws NotAllowed for an auditor
	 */
	public void add(Actor actor, String number, String text) {
		CaseFile file = this.cases.visible(actor, number);
		if (actor.readsOnly()) {
			throw new NotAllowed("casefile.reads-only");
		}
		Written written = Written.text(text);
		if (written.empty() && written.clean()) {
			throw new InvalidInput("text", "casefile.comment.empty");
		}
		String said = written.between("text", 1, MOST, "casefile.comment.long");
		this.comments.insert(UUID.randomUUID(), file.id(), actor.username(), said, this.clock.instant());
		this.events.publishEvent(new Commented(number, actor.username(), said));
	}

	/** The discussion, oldest first. */
	@Transactional(readOnly = true)
	public List<Comment> of(String number) {
		return this.comments.all(this.cases.get(number).id());
	}

}
