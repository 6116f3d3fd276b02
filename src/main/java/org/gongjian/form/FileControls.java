package org.gongjian.form;

import java.util.List;
import java.util.stream.Collectors;

import org.gongjian.casefile.Attachment;

/** The files of a control, and which more it takes. */
final class FileControls {

	private final FormSheet sheet;

	FileControls(FormSheet sheet) {
		this.sheet = sheet;
	}

	void fill(Control control, List<String> ids, List<String> accept, int most) {
		for (String id : ids) {
			Attachment file = this.sheet.names.file(id);
			if (file != null && this.sheet.context.owns(file)) {
				control.files.add(file);
			}
		}
		control.more = control.files.size() < most;
		control.accept = (accept.isEmpty() ? List.of("pdf", "doc", "docx", "xls", "xlsx", "jpg", "jpeg", "png")
				: accept)
			.stream()
			.map((ending) -> ".".concat(ending))
			.collect(Collectors.joining(","));
		if (control.hint == null) {
			control.hint = hint(accept, most);
		}
	}

	String hint(List<String> accept, int most) {
		List<String> kinds = accept.isEmpty() ? List.of("pdf", "doc(x)", "xls(x)", "jpg", "png") : accept;
		return this.sheet.say("form.hint.files", String.join(", ", kinds), most);
	}

}
