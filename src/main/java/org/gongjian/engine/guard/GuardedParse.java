package org.gongjian.engine.guard;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.bpmn.parser.FieldDeclaration;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.io.InputStreamSource;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Layer 5: the engine's parser, which first asks {@link DiagramCheck}. A definition that
 * is only loaded again is refused for what is dangerous, not for rules that came later.
 */
final class GuardedParse extends BpmnParse {

	private final DiagramCheck check;

	private boolean checked;

	GuardedParse(BpmnParser parser, DiagramCheck check) {
		super(parser);
		this.check = check;
	}

	@Override
	public BpmnParse execute() {
		byte[] bytes = bytes();
		boolean again = this.deployment != null && !this.deployment.isNew();
		List<Finding> errors = again ? this.check.dangers(bytes, "x.bpmn")
				: this.check.check(bytes, "x.bpmn").stream().filter(Finding::error).toList();
		if (!errors.isEmpty()) {
			throw new Refused(errors);
		}
		this.checked = true;
		this.streamSource = new InputStreamSource(new ByteArrayInputStream(bytes));
		return super.execute();
	}

	private byte[] bytes() {
		try (InputStream stream = this.streamSource.getInputStream()) {
			return stream.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	protected void parseRootElement() {
		if (!this.checked) {
			throw new Refused("a diagram is parsed only after it was checked");
		}
		super.parseRootElement();
	}

	@Override
	protected void parseShellServiceTask(ActivityImpl activity, Element element, List<FieldDeclaration> fields) {
		addError("task type", element);
	}

	@Override
	protected void parseEmailServiceTask(ActivityImpl activity, Element element, List<FieldDeclaration> fields) {
		addError("task type", element);
	}

	@Override
	protected String resolveAccessExternalSchemaProperty() {
		return "file,jar:file,jar:nested,nested";
	}

}
