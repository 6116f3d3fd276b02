package org.gongjian.studio;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.gongjian.form.Catalogue;
import org.gongjian.form.FormContext;
import org.gongjian.form.FormDefinition;
import org.gongjian.form.FormReader;
import org.gongjian.form.FormSessions;
import org.gongjian.form.FormUnreadable;
import org.gongjian.form.FormView;
import org.gongjian.shared.Actor;
import org.springframework.stereotype.Component;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Shows a form of a draft as its readers will see it. */
@Component
class FormPreview {

	private final FormSessions sessions;

	FormPreview(FormSessions sessions) {
		this.sessions = sessions;
	}

	/**
	 * The form, or {@code null} when it cannot be read yet.
	 * @param files everything beside the diagram
	 * @param name its file
	 */
	FormView of(Actor actor, DiagramDraft draft, Map<String, byte[]> files, String name, Locale locale) {
		Map<String, FormDefinition> forms = new LinkedHashMap<>();
		files.forEach((file, content) -> {
			if (file.startsWith("forms/")) {
				read(step(file), content, forms);
			}
		});
		FormDefinition form = forms.get(step(name));
		if (form == null) {
			return null;
		}
		boolean starts = "startEvent"
			.equals(Parts.read(draft.xml().getBytes(UTF_8)).said().getOrDefault(form.step(), Map.of()).get("kind"));
		Catalogue catalogue = Catalogue.of(starts ? form.step() : null, forms);
		FormContext context = starts ? FormContext.start(actor, draft.process(), catalogue)
				: FormContext.task(actor, draft.process(), catalogue, form, "preview", "", Map.of(), Map.of(), null);
		return this.sessions.blank(context, locale);
	}

	private static void read(String step, byte[] content, Map<String, FormDefinition> forms) {
		try {
			forms.put(step, FormReader.read(step, content));
		}
		catch (FormUnreadable unreadable) {
			forms.remove(step);
		}
	}

	/** The step a form belongs to. */
	static String step(String file) {
		return file.substring("forms/".length(), file.length() - ".json".length());
	}

}
