package org.gongjian.form;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import org.gongjian.shared.Ids;
import org.gongjian.shared.InvalidInput;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.multipart.MultipartRequest;
import org.springframework.web.util.WebUtils;

/**
 * Takes people and programs through a form: opens it, receives what they send, checks it.
 */
@Service
public class FormSessions {

	private static final String QUERY = "_q.";

	private final Names.Lookup lookup;

	private final FormViews views;

	private final FormShapes shapes;

	private final Drafts drafts;

	private final FormFiles files;

	private final SessionDrafts keeping;

	private final Supplier<List<FormRule>> rules;

	private final Clock clock;

	FormSessions(Names.Lookup lookup, FormViews views, FormShapes shapes, Drafts drafts, FormFiles files,
			ObjectProvider<FormRule> rules, Clock clock) {
		this.lookup = lookup;
		this.views = views;
		this.shapes = shapes;
		this.drafts = drafts;
		this.files = files;
		this.keeping = new SessionDrafts(drafts, files);
		this.rules = SingletonSupplier.of(() -> rules.orderedStream().toList());
		this.clock = clock;
	}

	/** Opens a form: with the draft if there is one, else with what the case knows. */
	public FormSession open(FormContext context) {
		Optional<Draft> draft = this.drafts.find(context);
		FormSession session = new FormSession(this, context, new FormPost(FormPost.Action.STAY, null, null),
				Typed.ofData(context.form(), context.own()), Answer.NONE, newToken());
		draft.ifPresent((kept) -> {
			session.replace(Typed.ofDraft(context.form(), kept.data()), Answer.ofDraft(kept.data(), kept.comment()),
					session.token());
			session.draft(kept.version(), kept.updatedAt(), true);
			session.draftBy(context.shared() ? kept.editedBy() : null);
		});
		return session;
	}

	/**
	 * Opens a form with what was typed into it before a session ended, and keeps that as
	 * a draft.
	 * @param sent what a browser sent
	 */
	public FormSession restore(FormContext context, Map<String, String[]> sent) {
		MultiValueMap<String, String> post = new LinkedMultiValueMap<>();
		sent.forEach((name, values) -> post.addAll(name, List.of(values)));
		FormSession session = new FormSession(this, context, new FormPost(FormPost.Action.SAVE_DRAFT, null, null),
				Typed.ofPost(context.form(), post), answer(context, post), newToken());
		session.draft(number(post.getFirst("_draft")), null, false);
		this.keeping.keep(session);
		return session;
	}

	/**
	 * Opens a form anew, with what the case knows; a draft is left aside until something
	 * is kept.
	 */
	public FormSession openAnew(FormContext context) {
		FormSession session = new FormSession(this, context, new FormPost(FormPost.Action.STAY, null, null),
				Typed.ofData(context.form(), context.own()), Answer.NONE, newToken());
		this.drafts.find(context).ifPresent((kept) -> session.draft(kept.version(), null, false));
		return session;
	}

	/** A form as it begins, whatever drafts there are: for showing what it looks like. */
	public FormView blank(FormContext context, Locale locale) {
		return view(new FormSession(this, context, new FormPost(FormPost.Action.STAY, null, null),
				Typed.ofData(context.form(), context.own()), Answer.NONE, newToken()), locale);
	}

	/** Receives what a browser sent, files too, and does what its button says. */
	public FormSession receive(FormContext context, HttpServletRequest request) {
		MultiValueMap<String, String> post = new LinkedMultiValueMap<>();
		request.getParameterMap().forEach((name, values) -> post.addAll(name, List.of(values)));
		Typed typed = Typed.ofPost(context.form(), post);
		FormSession session = new FormSession(this, context, FormPost.of(post), typed, answer(context, post),
				token(post));
		session.draft(number(post.getFirst("_draft")), null, false);
		post.forEach((name, values) -> {
			if (name.startsWith(QUERY) && !values.get(0).isBlank() && values.get(0).length() <= 200) {
				session.queries().put(name.substring(QUERY.length()), values.get(0));
			}
		});
		MultipartRequest multipart = WebUtils.getNativeRequest(request, MultipartRequest.class);
		if (multipart != null) {
			this.files.upload(session, multipart.getMultiFileMap());
		}
		act(session);
		return session;
	}

	/**
	 * Checks what a program sent; fields it leaves out stay as the case has them.
	 * @throws InvalidInput with everything that is wrong
	 */
	public Filled fill(FormContext context, Map<String, Object> data, Answer answer) {
		Typed typed = Typed.ofJson(context.form(), data, Typed.ofData(context.form(), context.own()));
		FormSession session = new FormSession(this, context, new FormPost(FormPost.Action.SUBMIT, null, null), typed,
				answer, null);
		if (!session.check()) {
			throw new InvalidInput(session.violations());
		}
		return session.filled();
	}

	/** The fields as programs see them, with what is asked beside them. */
	public List<FieldShape> fields(FormContext context, Locale locale) {
		return this.shapes.of(context, locale);
	}

	/** Keeps what a program typed as a draft, under the names of the fields. */
	public Draft saveDraft(FormContext context, Map<String, Object> data, String comment) {
		Map<String, Object> kept = new LinkedHashMap<>(Typed.ofDraft(context.form(), data).all());
		Answer answer = Answer.of(Typed.text(data.get("decision")), comment, data);
		kept.putAll(answer.kept());
		return this.drafts.save(context, kept, comment);
	}

	private Answer answer(FormContext context, MultiValueMap<String, String> post) {
		List<String> files = post.getOrDefault(FormFiles.BESIDE, List.of())
			.stream()
			.filter((id) -> !id.isBlank())
			.limit(20)
			.toList();
		return new Answer(post.getFirst("_decision"), post.getFirst("_comment"), post.getFirst("_conditions"),
				"true".equals(post.getFirst("_coiDeclared")), post.getFirst("_returnTo"),
				context.asksAttachments() ? files : List.of());
	}

	private void act(FormSession session) {
		FormPost post = session.post();
		Path path = Path.of(post.path());
		switch (post.action()) {
			case ADD_ROW -> table(session, path).ifPresent((table) -> {
				session.typed().addRow(table);
				int last = session.typed().rows(table.name()).size() - 1;
				session.focus(Path.cell(table.name(), last, table.columns().get(0).name()));
			});
			case REMOVE_ROW -> table(session, path).ifPresent((table) -> {
				session.typed().removeRow(path);
				session.focus(table.name());
			});
			case REMOVE_FILE -> this.files.remove(session);
			case SEARCH, UPLOAD, BACK -> session.focus(post.path());
			case SAVE_DRAFT -> this.keeping.keep(session);
			case AUTOSAVE -> this.keeping.keepByItself(session);
			case DISCARD -> discard(session);
			default -> {
			}
		}
	}

	private static Optional<Field> table(FormSession session, Path path) {
		return (path == null) ? Optional.empty()
				: session.context()
					.form()
					.field(path.field())
					.filter((field) -> field.type() == FieldType.TABLE && !field.readOnly());
	}

	private void discard(FormSession session) {
		forgetDraft(session.context());
		session.replace(Typed.ofData(session.context().form(), session.context().own()), Answer.NONE, newToken());
		session.draft(0, null, false);
	}

	void forgetDraft(FormContext context) {
		this.drafts.delete(context);
	}

	SessionDrafts drafts() {
		return this.keeping;
	}

	Checking checking(FormContext context, Typed typed, Answer answer) {
		Names.Wanted wanted = new Names.Wanted();
		context.form().fields().forEach((field) -> wanted.add(field, typed.get(field.name())));
		wanted.files(answer.attachments());
		return new Checking(context, typed, answer, this.lookup.find(wanted), this.lookup::source, this.clock);
	}

	void rules(Filled filled, Violations out) {
		if (filled.leavesForm()) {
			return;
		}
		this.rules.get()
			.stream()
			.filter((rule) -> rule.concerns(filled.process(), filled.step()))
			.forEach((rule) -> rule.check(filled, out));
	}

	FormView view(FormSession session, Locale locale) {
		return this.views.of(session, locale);
	}

	private static String newToken() {
		return UUID.randomUUID().toString();
	}

	private static String token(MultiValueMap<String, String> post) {
		String token = post.getFirst("_token");
		return Ids.isId(token) ? token : newToken();
	}

	private static int number(String text) {
		return (text != null && text.matches("[0-9]{1,9}")) ? Integer.parseInt(text) : 0;
	}

}
