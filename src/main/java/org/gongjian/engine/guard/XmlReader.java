package org.gongjian.engine.guard;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Layer 1: looks at the bytes before anything else does, and reads them into a tree. */
final class XmlReader {

	private static final int MAX_BYTES = 2 * 1024 * 1024;

	private static final int MAX_DEPTH = 60;

	private static final int MAX_ELEMENTS = 20_000;

	private static final int MAX_ATTRIBUTES = 60;

	private static final int MAX_TEXT = 10_000;

	private final Findings findings;

	private int elements;

	private int depth;

	private Xml root;

	private Xml current;

	private XmlReader(Findings findings) {
		this.findings = findings;
	}

	/** The root element, or {@code null} when the bytes were refused. */
	static Xml read(byte[] bytes, Findings findings) {
		if (bytes.length > MAX_BYTES) {
			findings.file(Rule.TOO_BIG, 0, "2 MiB");
			return null;
		}
		String text = decode(bytes);
		if (text == null) {
			findings.file(Rule.NOT_UTF8, 1);
			return null;
		}
		return new XmlReader(findings).tree(text);
	}

	private static String decode(byte[] bytes) {
		try {
			String text = StandardCharsets.UTF_8.newDecoder()
				.onMalformedInput(CodingErrorAction.REPORT)
				.onUnmappableCharacter(CodingErrorAction.REPORT)
				.decode(ByteBuffer.wrap(bytes))
				.toString();
			String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
			return (plain.indexOf('\0') < 0) ? plain : null;
		}
		catch (CharacterCodingException ex) {
			return null;
		}
	}

	private Xml tree(String text) {
		int line = 1;
		try {
			XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(text));
			if (!declared(reader)) {
				this.findings.file(Rule.NOT_UTF8, 1);
				return null;
			}
			while (reader.hasNext()) {
				int event = reader.next();
				line = reader.getLocation().getLineNumber();
				if (!take(event, reader, line)) {
					return null;
				}
			}
			return this.root;
		}
		catch (XMLStreamException ex) {
			this.findings.file(Rule.NOT_XML, (ex.getLocation() == null) ? line : ex.getLocation().getLineNumber());
			return null;
		}
	}

	private static XMLInputFactory factory() {
		XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
		factory.setProperty(XMLInputFactory.IS_COALESCING, true);
		factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
		return factory;
	}

	private static boolean declared(XMLStreamReader reader) {
		String encoding = reader.getCharacterEncodingScheme();
		String version = reader.getVersion();
		return (encoding == null || encoding.equalsIgnoreCase("UTF-8")) && (version == null || version.equals("1.0"));
	}

	private boolean take(int event, XMLStreamReader reader, int line) {
		return switch (event) {
			case XMLStreamConstants.START_ELEMENT -> start(reader, line);
			case XMLStreamConstants.END_ELEMENT -> end();
			case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> text(reader);
			case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> refuse(Rule.DOCTYPE, line);
			case XMLStreamConstants.PROCESSING_INSTRUCTION -> refuse(Rule.INSTRUCTION, line, reader.getPITarget());
			default -> true;
		};
	}

	private boolean start(XMLStreamReader reader, int line) {
		if (++this.elements > MAX_ELEMENTS) {
			return refuse(Rule.TOO_MANY_ELEMENTS, line, MAX_ELEMENTS);
		}
		if (++this.depth > MAX_DEPTH) {
			return refuse(Rule.TOO_DEEP, line, MAX_DEPTH);
		}
		if (reader.getAttributeCount() + reader.getNamespaceCount() > MAX_ATTRIBUTES) {
			return refuse(Rule.TOO_MANY_ATTRIBUTES, line, MAX_ATTRIBUTES);
		}
		var element = new Xml(reader.getNamespaceURI(), reader.getLocalName(), line, this.current);
		addAttributes(element, reader);
		if (element.attributes.stream().anyMatch((attribute) -> attribute.value().length() > MAX_TEXT)) {
			return refuse(Rule.TEXT_TOO_LONG, line, MAX_TEXT);
		}
		if (this.current == null) {
			this.root = element;
		}
		else {
			this.current.children.add(element);
		}
		this.current = element;
		return true;
	}

	private static void addAttributes(Xml element, XMLStreamReader reader) {
		for (int index = 0; index < reader.getAttributeCount(); index++) {
			String namespace = reader.getAttributeNamespace(index);
			String prefix = reader.getAttributePrefix(index);
			element.attributes
				.add(new Xml.Attribute((namespace == null) ? "" : namespace, (prefix == null) ? "" : prefix,
						reader.getAttributeLocalName(index), reader.getAttributeValue(index)));
		}
	}

	private boolean end() {
		this.depth--;
		this.current = this.current.parent;
		return true;
	}

	private boolean text(XMLStreamReader reader) {
		if (this.current != null) {
			String text = reader.getText();
			this.current.content.append(text);
			this.current.letters += text.isBlank() ? 0 : text.length();
			if (this.current.letters > MAX_TEXT) {
				return refuse(Rule.TEXT_TOO_LONG, this.current.line, MAX_TEXT);
			}
		}
		return true;
	}

	private boolean refuse(Rule rule, int line, Object... arguments) {
		if (this.current == null) {
			this.findings.file(rule, line, arguments);
		}
		else {
			this.findings.add(rule, this.current, "", arguments);
		}
		return false;
	}

}
