package org.gongjian.form;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.Violation;
import org.springframework.http.HttpStatus;

/**
 * One request to a form: what was typed, which button was pressed, what came of it. A
 * controller asks {@link #stays()} first: then only the form is to be shown again. Else
 * it asks {@link #check()}, and sends {@link #filled()}.
 */
public final class FormSession {

	private final FormSessions sessions;

	private final FormContext context;

	private final FormPost post;

	private final Map<String, String> queries = new HashMap<>();

	private final List<Violation> violations = new ArrayList<>();

	private Typed typed;

	private Answer answer;

	private String token;

	private int draftVersion;

	private Instant draftSavedAt;

	private boolean draftRestored;

	private boolean draftConflict;

	private String draftBy;

	private String focus;

	private Filled filled;

	FormSession(FormSessions sessions, FormContext context, FormPost post, Typed typed, Answer answer, String token) {
		this.sessions = sessions;
		this.context = context;
		this.post = post;
		this.typed = typed;
		this.answer = answer;
		this.token = token;
	}

	/** The form, who fills it in, and what is known. */
	public FormContext context() {
		return this.context;
	}

	/** Which button was pressed. */
	public FormPost post() {
		return this.post;
	}

	/** Whether only the form is to be shown again. */
	public boolean stays() {
		return this.post.action().stays();
	}

	/** Whether the script kept a draft by itself and wants the short answer. */
	public boolean isAutosave() {
		return this.post.action() == FormPost.Action.AUTOSAVE;
	}

	/**
	 * Checks everything.
	 * @return whether nothing is wrong
	 */
	public boolean check() {
		if (!this.violations.isEmpty()) {
			return false;
		}
		Checking checking = this.sessions.checking(this.context, this.typed, this.answer);
		Filled result = checking.run();
		this.sessions.rules(result, checking.violations());
		this.violations.addAll(checking.violations().list());
		this.filled = this.violations.isEmpty() ? result : null;
		return this.filled != null;
	}

	/** What was filled in, after {@link #check()} found nothing wrong. */
	public Filled filled() {
		if (this.filled == null) {
			throw new IllegalStateException("The form has not been found right");
		}
		return this.filled;
	}

	/** Shows what a later refusal says beside the fields. */
	public void refuse(InvalidInput refused) {
		this.filled = null;
		this.violations.addAll(refused.violations());
	}

	/** What is wrong. */
	public List<Violation> violations() {
		return List.copyOf(this.violations);
	}

	/** The status of a page that shows the form again. */
	public HttpStatus status() {
		if (this.draftConflict && (isAutosave() || this.context.shared())) {
			return HttpStatus.CONFLICT;
		}
		return this.violations.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
	}

	/** The form as it is to be shown. */
	public FormView view(Locale locale) {
		return this.sessions.view(this, locale);
	}

	/** The token that makes two submissions of this form one. */
	public String token() {
		return this.token;
	}

	/** Keeps what was typed, over whatever was kept before. */
	public void saveDraft() {
		this.sessions.drafts().save(this, false);
	}

	/**
	 * Whether somebody else has changed the common draft since this page was made. The
	 * page then says so; sent once more it goes over theirs.
	 */
	public boolean behind() {
		return this.sessions.drafts().behind(this);
	}

	/** Forgets the draft: it has been sent. */
	public void forgetDraft() {
		this.sessions.forgetDraft(this.context);
	}

	Typed typed() {
		return this.typed;
	}

	Answer answer() {
		return this.answer;
	}

	Filled filledOrNull() {
		return this.filled;
	}

	Map<String, String> queries() {
		return this.queries;
	}

	String focus() {
		return this.focus;
	}

	int draftVersion() {
		return this.draftVersion;
	}

	Instant draftSavedAt() {
		return this.draftSavedAt;
	}

	boolean draftRestored() {
		return this.draftRestored;
	}

	boolean draftConflict() {
		return this.draftConflict;
	}

	void replace(Typed other, Answer otherAnswer, String otherToken) {
		this.typed = other;
		this.answer = otherAnswer;
		this.token = otherToken;
	}

	void answer(Answer other) {
		this.answer = other;
	}

	void focus(String path) {
		this.focus = path;
	}

	void draft(int version, Instant savedAt, boolean restored) {
		this.draftVersion = version;
		this.draftSavedAt = savedAt;
		this.draftRestored = restored;
	}

	void conflict() {
		this.draftConflict = true;
	}

	/** Who else kept it last. */
	void draftBy(String username) {
		this.draftBy = this.context.actor().username().equals(username) ? null : username;
	}

	String draftBy() {
		return this.draftBy;
	}

	void wrong(Violation violation) {
		this.violations.add(violation);
	}

}
