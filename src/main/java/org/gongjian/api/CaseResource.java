package org.gongjian.api;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.gongjian.api.CaseViews.Ahead;
import org.gongjian.api.CaseViews.CaseLine;
import org.gongjian.api.CaseViews.CaseView;
import org.gongjian.api.CaseViews.Done;
import org.gongjian.approval.Reason;
import org.gongjian.approval.Requests;
import org.gongjian.approval.Sharing;
import org.gongjian.approval.Urges;
import org.gongjian.casefile.CaseFile;
import org.gongjian.casefile.Cases;
import org.gongjian.casefile.Discussion;
import org.gongjian.casefile.Comment;
import org.gongjian.engine.Definitions;
import org.gongjian.engine.Definitions.Released;
import org.gongjian.form.Answer;
import org.gongjian.form.Catalogue;
import org.gongjian.form.Filled;
import org.gongjian.form.FormContext;
import org.gongjian.form.FormSessions;
import org.gongjian.form.Forms;
import org.gongjian.inbox.Filter;
import org.gongjian.inbox.Inbox;
import org.gongjian.inbox.ProcessNames;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotAllowed;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cases: open, find, follow, discuss, withdraw. */
@RestController
@RequestMapping("/api/v1/cases")
@Tag(name = "api.tag.cases")
class CaseResource {

	private static final List<String> STATUSES = List.of("open", "completed", "withdrawn", "rejected", "terminated");

	private final Cases cases;

	private final Discussion discussion;

	private final CaseViews views;

	private final Requests requests;

	private final Definitions definitions;

	private final Forms forms;

	private final FormSessions sessions;

	private final Inbox inbox;

	private final ProcessNames names;

	private final Urges urges;

	private final Sharing sharing;

	CaseResource(Cases cases, Discussion discussion, CaseViews views, Requests requests, Definitions definitions,
			Forms forms, FormSessions sessions, Inbox inbox, ProcessNames names, Urges urges, Sharing sharing) {
		this.sharing = sharing;
		this.urges = urges;
		this.cases = cases;
		this.discussion = discussion;
		this.views = views;
		this.requests = requests;
		this.definitions = definitions;
		this.forms = forms;
		this.sessions = sessions;
		this.inbox = inbox;
		this.names = names;
	}

	/**
	 * A case to be opened.
	 *
	 * @param process the key of the process
	 * @param data the fields of its form by name
	 */
	record NewCase(String process, Map<String, Object> data) implements Sent {
	}

	/** A contribution to the discussion. */
	record NewComment(String text) implements Sent {
	}

	/** To whom a copy is given. */
	record NewCopies(List<String> users) implements Sent {
	}

	/** Why a case is taken back. */
	record Withdrawal(String reason) implements Sent {
	}

	/** What somebody said about a case. */
	record CommentView(String author, String text, Instant at) {

		static CommentView of(Comment comment) {
			return new CommentView(comment.author(), comment.text(), comment.at());
		}

	}

	@PostMapping
	@Operation(summary = "api.op.cases.open", description = "api.op.cases.open.more")
	ResponseEntity<CaseView> open(Actor actor, Once once, @RequestBody NewCase sent, Locale locale) {
		return once.answer(sent, () -> {
			CaseFile file = this.requests.open(fill(actor, sent));
			return ResponseEntity.created(URI.create("/api/v1/cases/" + file.number()))
				.body(this.views.view(file, locale));
		});
	}

	private Filled fill(Actor actor, NewCase sent) {
		Released released = (sent.process() == null) ? null : this.definitions.newest(sent.process()).orElse(null);
		Catalogue catalogue = (released == null) ? null : this.forms.catalogue(released.id());
		if (catalogue == null || catalogue.startForm().isEmpty()) {
			throw new InvalidInput("process", "api.violation.process");
		}
		if (!this.requests.mayStart(actor, released.process())) {
			throw new NotAllowed("approval.start.not-allowed");
		}
		Map<String, Object> data = (sent.data() == null) ? Map.of() : sent.data();
		return this.sessions.fill(FormContext.start(actor, released.process(), catalogue), data,
				Answer.of(null, null, data));
	}

	@GetMapping
	@Operation(summary = "api.op.cases")
	Items<CaseLine> list(Actor actor, @RequestParam(required = false) String process,
			@RequestParam(required = false) String status, @RequestParam(required = false) String party,
			@RequestParam(required = false) String q, Window window, Locale locale) {
		Filter filter = Filter.of(process, null, Search.text(q));
		Map<String, String> processes = this.names.all(locale);
		return Items.of(this.inbox.cases(actor, filter, status(status), given(party), window.cursor(), window.limit()),
				(row) -> this.views.line(row, processes, locale));
	}

	private static String status(String status) {
		String wanted = given(status);
		if (wanted != null && !STATUSES.contains(wanted)) {
			throw new InvalidInput("status", "api.violation.choice", Search.list(STATUSES));
		}
		return wanted;
	}

	private static String given(String text) {
		return (text == null || text.isBlank()) ? null : text.strip();
	}

	@GetMapping("/{number}")
	@Operation(summary = "api.op.case")
	CaseView show(Actor actor, @PathVariable String number, Locale locale) {
		return this.views.view(this.cases.visible(actor, number), locale);
	}

	@GetMapping("/{number}/timeline")
	@Operation(summary = "api.op.timeline")
	List<Done> timeline(Actor actor, @PathVariable String number, Locale locale) {
		return this.views.timeline(this.cases.visible(actor, number), locale);
	}

	@GetMapping("/{number}/forecast")
	@Operation(summary = "api.op.forecast")
	List<Ahead> forecast(Actor actor, @PathVariable String number, Locale locale) {
		return this.views.forecast(this.cases.visible(actor, number), locale);
	}

	@GetMapping("/{number}/comments")
	@Operation(summary = "api.op.comments")
	List<CommentView> comments(Actor actor, @PathVariable String number) {
		CaseFile file = this.cases.visible(actor, number);
		return this.discussion.of(file.number()).stream().map(CommentView::of).toList();
	}

	@PostMapping("/{number}/comments")
	@Operation(summary = "api.op.comments.add")
	ResponseEntity<CommentView> comment(Actor actor, @PathVariable String number, Once once,
			@RequestBody NewComment sent) {
		return once.answer(sent, () -> {
			this.discussion.add(actor, number, sent.text());
			List<Comment> all = this.discussion.of(number);
			return ResponseEntity.status(201).body(CommentView.of(all.get(all.size() - 1)));
		});
	}

	@PostMapping("/{number}/copies")
	@Operation(summary = "api.op.copies")
	ResponseEntity<CaseView> copy(Actor actor, @PathVariable String number, Once once, @RequestBody NewCopies sent,
			Locale locale) {
		return once.answer(sent, () -> {
			this.sharing.copy(actor, number, sent.users());
			return ResponseEntity.ok(this.views.view(number, locale));
		});
	}

	@PostMapping("/{number}/urge")
	@Operation(summary = "api.op.urge")
	ResponseEntity<CaseView> urge(Actor actor, @PathVariable String number, Once once, Locale locale) {
		return once.answer(null, () -> {
			this.urges.urge(actor, number);
			return ResponseEntity.ok(this.views.view(number, locale));
		});
	}

	@PostMapping("/{number}/withdraw")
	@Operation(summary = "api.op.withdraw")
	ResponseEntity<CaseView> withdraw(Actor actor, @PathVariable String number, Once once, @RequestBody Withdrawal sent,
			Locale locale) {
		return once.answer(sent, () -> {
			this.cases.visible(actor, number);
			this.requests.withdraw(actor, number, Reason.optional("reason", sent.reason()));
			return ResponseEntity.ok(this.views.view(number, locale));
		});
	}

}
