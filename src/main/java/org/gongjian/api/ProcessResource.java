package org.gongjian.api;

import java.util.List;
import java.util.Locale;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.gongjian.approval.Requests;
import org.gongjian.engine.Definitions;
import org.gongjian.engine.Definitions.Released;
import org.gongjian.form.FieldShape;
import org.gongjian.form.FormContext;
import org.gongjian.form.FormSessions;
import org.gongjian.form.Forms;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Bilingual;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The processes. */
@RestController
@Tag(name = "api.tag.processes")
class ProcessResource {

	private final Definitions definitions;

	private final Forms forms;

	private final FormSessions sessions;

	private final Requests requests;

	ProcessResource(Definitions definitions, Forms forms, FormSessions sessions, Requests requests) {
		this.definitions = definitions;
		this.forms = forms;
		this.sessions = sessions;
		this.requests = requests;
	}

	/** A process I may start. */
	record ProcessView(String key, String name, int version, FormShape form) {
	}

	/** The fields of a form. */
	record FormShape(List<FieldShape> fields) {
	}

	@GetMapping("/api/v1/processes")
	@Operation(summary = "api.op.processes")
	List<ProcessView> startable(Actor actor, Locale locale) {
		return this.definitions.newest()
			.stream()
			.filter((released) -> mayStart(actor, released))
			.map((released) -> view(actor, released, locale))
			.toList();
	}

	private boolean mayStart(Actor actor, Released released) {
		return this.forms.catalogue(released.id()).startForm().isPresent()
				&& this.requests.mayStart(actor, released.process());
	}

	private ProcessView view(Actor actor, Released released, Locale locale) {
		FormContext context = FormContext.start(actor, released.process(), this.forms.catalogue(released.id()));
		return new ProcessView(released.process(), Bilingual.ofName(released.name()).in(locale), released.version(),
				new FormShape(this.sessions.fields(context, locale)));
	}

}
