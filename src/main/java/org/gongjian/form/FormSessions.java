package org.gongjian.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import org.gongjian.casefile.Attachment;
import org.gongjian.casefile.Attachments;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.Violation;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartRequest;
import org.springframework.web.util.WebUtils;

/**
 * Takes people and programs through a form: opens it, receives what they send, checks it.
 */
@Service
public class FormSessions {

	private static final String UPLOAD = "_upload.";

	private static final String QUERY = "_q.";

	private static final String BESIDE_FILES = "_attachments";

	private static final int MOST_UPLOADS = 20;

	private final Names.Lookup lookup;

	private final FormViews views;

	private final Drafts drafts;

	private final Attachments attachments;

	private final ObjectProvider<FormRule> rules;

	private final Clock clock;

	FormSessions(Names.Lookup lookup, FormViews views, Drafts drafts, Attachments attachments,
			ObjectProvider<FormRule> rules, Clock clock) {
		this.lookup = lookup;
		this.views = views;
		this.drafts = drafts;
		this.attachments = attachments;
		this.rules = rules;
		this.clock = clock;
	}

	/** Opens a form: with the draft if there is one, else with what the case knows. */
	public FormSession open(FormContext context) {
		Optional<Draft> draft = this.drafts.find(context.actor(), context.kind(), context.key());
		FormSession session = new FormSession(this, context, new FormPost(FormPost.Action.STAY, null, null),
				Typed.ofData(context.form(), context.own()), Answer.NONE, newToken());
		draft.ifPresent((kept) -> {
			session.replace(Typed.ofDraft(context.form(), kept.data()), Answer.ofDraft(kept.data(), kept.comment()),
					session.token());
			session.draft(kept.version(), kept.updatedAt(), true);
		});
		return session;
	}

	/**
	 * Opens a form with what was typed into it before a session ended, and keeps that as a
	 * draft.
	 * @param sent what a browser sent
	 */
	public FormSession restore(FormContext context, Map<String, String[]> sent) {
		MultiValueMap<String, String> post = new LinkedMultiValueMap<>();
		sent.forEach((name, values) -> post.addAll(name, List.of(values)));
		FormSession session = new FormSession(this, context, new FormPost(FormPost.Action.SAVE_DRAFT, null, null),
				Typed.ofPost(context.form(), post), answer(context, post), newToken());
		saveDraft(session, false);
		return session;
	}

	/**
	 * Opens a form anew, with what the case knows; a draft is left aside until something
	 * is kept.
	 */
	public FormSession openAnew(FormContext context) {
		FormSession session = new FormSession(this, context, new FormPost(FormPost.Action.STAY, null, null),
				Typed.ofData(context.form(), context.own()), Answer.NONE, newToken());
		this.drafts.find(context.actor(), context.kind(), context.key())
			.ifPresent((kept) -> session.draft(kept.version(), null, false));
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
			upload(session, multipart.getMultiFileMap());
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
		return this.views.shapes(context, locale);
	}

	/** Keeps what a program typed as a draft, under the names of the fields. */
	public Draft saveDraft(FormContext context, Map<String, Object> data, String comment) {
		Map<String, Object> kept = new LinkedHashMap<>(Typed.ofDraft(context.form(), data).all());
		Answer answer = Answer.of(Typed.text(data.get("decision")), comment, data);
		kept.putAll(answer.kept());
		return this.drafts.save(context.actor(), context.kind(), context.key(), kept, comment);
	}

	private Answer answer(FormContext context, MultiValueMap<String, String> post) {
		List<String> files = post.getOrDefault(BESIDE_FILES, List.of())
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
			case REMOVE_FILE -> removeFile(session);
			case SEARCH, UPLOAD, BACK -> session.focus(post.path());
			case SAVE_DRAFT -> saveDraft(session, false);
			case AUTOSAVE -> saveDraft(session, true);
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

	/** The writable file field at a path, a column too. */
	private static Optional<Field> fileField(FormContext context, Path path) {
		return context.form()
			.field(path.field())
			.filter((field) -> !field.readOnly())
			.flatMap((field) -> (path.row() < 0) ? Optional.of(field) : field.column(path.column()))
			.filter((field) -> field.type() == FieldType.FILE && !field.readOnly());
	}

	private void upload(FormSession session, MultiValueMap<String, MultipartFile> parts) {
		int count = 0;
		for (Map.Entry<String, List<MultipartFile>> part : parts.entrySet()) {
			if (!part.getKey().startsWith(UPLOAD)) {
				continue;
			}
			String name = part.getKey().substring(UPLOAD.length());
			for (MultipartFile file : part.getValue()) {
				boolean chosen = file.getOriginalFilename() != null && !file.getOriginalFilename().isBlank();
				if (chosen && ++count <= MOST_UPLOADS) {
					upload(session, name, file);
				}
			}
		}
	}

	private void upload(FormSession session, String name, MultipartFile file) {
		if (BESIDE_FILES.equals(name)) {
			if (session.context().asksAttachments()) {
				List<String> files = new ArrayList<>(session.answer().attachments());
				add(session, "attachments", files, 10, file);
				session.answer(session.answer().with(files));
			}
			return;
		}
		Path path = Path.of(name);
		if (path != null) {
			fileField(session.context(), path)
				.ifPresent((field) -> add(session, name, session.typed().files(path), field.maxFiles(), file));
		}
	}

	private void add(FormSession session, String path, List<String> files, int most, MultipartFile file) {
		if (files.size() >= most) {
			Violations out = new Violations(session.context().form());
			out.add(path, "form.violation.max-files", most);
			out.list().forEach(session::wrong);
			return;
		}
		try (InputStream in = file.getInputStream()) {
			Attachment attachment = this.attachments.store(session.context().actor(), in, file.getOriginalFilename(),
					Optional.empty());
			files.add(attachment.id().toString());
		}
		catch (InvalidInput refused) {
			refused.violations()
				.forEach((violation) -> session.wrong(new Violation(path, violation.code(), violation.arguments())));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void removeFile(FormSession session) {
		String id = session.post().detail();
		if (id == null || !Checking.isUuid(id)) {
			return;
		}
		if (BESIDE_FILES.equals(session.post().path())) {
			List<String> files = new ArrayList<>(session.answer().attachments());
			files.remove(id);
			session.answer(session.answer().with(files));
		}
		else {
			Path path = Path.of(session.post().path());
			if (path != null && fileField(session.context(), path).isPresent()) {
				session.typed().files(path).remove(id);
			}
		}
		session.focus(session.post().path());
		this.attachments.discard(session.context().actor(), UUID.fromString(id));
	}

	void saveDraft(FormSession session, boolean onlyIfNewest) {
		FormContext context = session.context();
		Map<String, Object> data = session.typed().all();
		data.putAll(session.answer().kept());
		String comment = session.answer().comment();
		try {
			Optional<Draft> kept = onlyIfNewest
					? this.drafts.save(context.actor(), context.kind(), context.key(), data, comment,
							session.draftVersion())
					: Optional.of(this.drafts.save(context.actor(), context.kind(), context.key(), data, comment));
			kept.ifPresentOrElse((draft) -> session.draft(draft.version(), draft.updatedAt(), false),
					session::conflict);
			keepFiles(context.actor(), session);
		}
		catch (InvalidInput refused) {
			refused.violations().forEach(session::wrong);
		}
	}

	private void keepFiles(Actor actor, FormSession session) {
		List<String> files = new ArrayList<>(session.answer().attachments());
		for (Field field : session.context().form().fields()) {
			if (field.type() == FieldType.FILE) {
				files.addAll(Typed.texts(session.typed().get(field.name())));
			}
			for (Field column : field.columns()) {
				if (column.type() == FieldType.FILE) {
					session.typed()
						.rows(field.name())
						.forEach((row) -> files.addAll(Typed.texts(row.get(column.name()))));
				}
			}
		}
		this.attachments.keepForDraft(actor, files.stream().filter(Checking::isUuid).toList());
	}

	private void discard(FormSession session) {
		forgetDraft(session.context());
		session.replace(Typed.ofData(session.context().form(), session.context().own()), Answer.NONE, newToken());
		session.draft(0, null, false);
	}

	void forgetDraft(FormContext context) {
		this.drafts.delete(context.actor(), context.kind(), context.key());
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
		this.rules.orderedStream()
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
		return (token != null && Checking.isUuid(token)) ? token : newToken();
	}

	private static int number(String text) {
		return (text != null && text.matches("[0-9]{1,9}")) ? Integer.parseInt(text) : 0;
	}

}
