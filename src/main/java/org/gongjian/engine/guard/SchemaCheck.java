package org.gongjian.engine.guard;

import java.io.ByteArrayInputStream;
import java.io.IOException;

import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;

import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Last of all the notation's own schema, told in our words; only for files that passed
 * everything else.
 */
final class SchemaCheck {

	private static final String NEAR = "file,jar:file,jar:nested,nested";

	private final Findings findings;

	SchemaCheck(Findings findings) {
		this.findings = findings;
	}

	void check(byte[] xml, Xml root) {
		try {
			Validator validator = Bpmn.SCHEMA.newValidator();
			validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
			validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, NEAR);
			validator.setErrorHandler(new Teller(root));
			validator.validate(new StreamSource(new ByteArrayInputStream(xml)));
		}
		catch (SAXException | IOException ex) {
			this.findings.file(Rule.NOT_XML, 0);
		}
	}

	private Xml at(Xml root, int line) {
		Xml[] nearest = { root };
		root.each((element) -> {
			if (element.line <= line && element.line >= nearest[0].line) {
				nearest[0] = element;
			}
		});
		return nearest[0];
	}

	private final class Teller implements ErrorHandler {

		private final Xml root;

		private Teller(Xml root) {
			this.root = root;
		}

		@Override
		public void warning(SAXParseException problem) {
			error(problem);
		}

		@Override
		public void error(SAXParseException problem) {
			SchemaCheck.this.findings.add(Rule.SCHEMA, at(this.root, problem.getLineNumber()), "");
		}

		@Override
		public void fatalError(SAXParseException problem) throws SAXException {
			throw problem;
		}

	}

	private static final class Bpmn {

		private static final Schema SCHEMA = load();

		private static Schema load() {
			try {
				SchemaFactory factory = SchemaFactory.newDefaultInstance();
				factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
				factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, NEAR);
				return factory
					.newSchema(BpmnParser.class.getClassLoader().getResource(BpmnParser.BPMN_20_SCHEMA_LOCATION));
			}
			catch (SAXException ex) {
				throw new IllegalStateException("The schema of the notation cannot be read", ex);
			}
		}

	}

}
