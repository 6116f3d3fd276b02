package org.gongjian.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.gongjian.casefile.Attachment;
import org.gongjian.casefile.Attachments;
import org.gongjian.shared.Ids;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.Violation;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;

/** Takes in the files sent with a form, and lets go of those taken out again. */
@Component
class FormFiles {

	static final String BESIDE = "_attachments";

	private static final String UPLOAD = "_upload.";

	private static final int MOST_UPLOADS = 20;

	private final Attachments attachments;

	FormFiles(Attachments attachments) {
		this.attachments = attachments;
	}

	void upload(FormSession session, MultiValueMap<String, MultipartFile> parts) {
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
		if (BESIDE.equals(name)) {
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

	void remove(FormSession session) {
		String id = session.post().detail();
		if (!Ids.isId(id)) {
			return;
		}
		if (BESIDE.equals(session.post().path())) {
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

	/** Keeps the files of a draft from being swept away as forgotten uploads. */
	void keep(FormSession session) {
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
		List<String> ids = files.stream().filter(Ids::isId).toList();
		if (session.context().shared()) {
			// the others who write it have to find them
			this.attachments.adopt(session.context().actor(), ids, session.context().caseNumber());
		}
		else {
			this.attachments.keepForDraft(session.context().actor(), ids);
		}
	}

	/** The writable file field at a path, a column too. */
	private static Optional<Field> fileField(FormContext context, Path path) {
		return context.form()
			.field(path.field())
			.filter((field) -> !field.readOnly())
			.flatMap((field) -> (path.row() < 0) ? Optional.of(field) : field.column(path.column()))
			.filter((field) -> field.type() == FieldType.FILE && !field.readOnly());
	}

}
