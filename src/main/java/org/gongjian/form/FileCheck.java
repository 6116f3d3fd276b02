package org.gongjian.form;

import java.util.List;
import java.util.Set;

import org.gongjian.casefile.Attachment;

/** Checks files: how many, which kinds, and whose they are. */
final class FileCheck {

	private final FormContext context;

	private final Names names;

	private final ChoiceCheck choices;

	private final Violations out;

	FileCheck(FormContext context, Names names, ChoiceCheck choices, Violations out) {
		this.context = context;
		this.names = names;
		this.choices = choices;
		this.out = out;
	}

	List<String> files(String path, Object raw, List<String> accept, int most) {
		Set<String> ids = this.choices.several(path, raw);
		if (ids == null || ids.isEmpty()) {
			return List.of();
		}
		if (ids.size() > most) {
			this.out.add(path, "form.violation.max-files", most);
			return List.of();
		}
		for (String id : ids) {
			if (!fits(path, this.names.file(id), accept)) {
				return List.of();
			}
		}
		return List.copyOf(ids);
	}

	private boolean fits(String path, Attachment file, List<String> accept) {
		if (file == null || !this.context.owns(file)) {
			this.out.add(path, "form.violation.file-unknown");
			return false;
		}
		if (!accept.isEmpty() && !accept.contains(file.extension())) {
			this.out.add(path, "form.violation.file-kind", file.name(), String.join(", ", accept));
			return false;
		}
		return true;
	}

}
