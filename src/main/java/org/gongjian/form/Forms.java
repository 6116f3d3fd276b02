package org.gongjian.form;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.gongjian.engine.Definitions;
import org.gongjian.shared.NotFound;
import org.springframework.stereotype.Service;

/** The forms that lie beside the released diagrams. A release never changes. */
@Service
public class Forms {

	private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

	private final Definitions definitions;

	private final Cache<String, Catalogue> catalogues = Caffeine.newBuilder().maximumSize(500).build();

	Forms(Definitions definitions) {
		this.definitions = definitions;
	}

	/**
	 * The form of a step; a step without a file asks nothing and shows everything.
	 * @param definition the id of the released version
	 * @param step the id of the start event or user task
	 */
	public FormDefinition of(String definition, String step) {
		FormDefinition form = catalogue(definition).forms().get(step);
		return (form != null) ? form : FormDefinition.empty(step, org.gongjian.shared.Bilingual.ofName(step));
	}

	/** Every form and every field of a released version. */
	public Catalogue catalogue(String definition) {
		return this.catalogues.get(definition, this::read);
	}

	/** The form that starts a case of the newest version of a process. */
	public Optional<FormDefinition> start(String process) {
		return this.definitions.newest(process).flatMap((released) -> catalogue(released.id()).startForm());
	}

	private Catalogue read(String definition) {
		byte[] diagram = this.definitions.diagram(definition);
		Map<String, FormDefinition> forms = new LinkedHashMap<>();
		String start = null;
		try {
			for (Map.Entry<String, Boolean> step : steps(diagram).entrySet()) {
				Optional<byte[]> file = this.definitions.file(definition, "forms/" + step.getKey() + ".json");
				if (file.isEmpty()) {
					continue;
				}
				forms.put(step.getKey(), FormReader.read(step.getKey(), file.get()));
				if (Boolean.TRUE.equals(step.getValue()) && start == null) {
					start = step.getKey();
				}
			}
		}
		catch (XMLStreamException ex) {
			throw new NotFound("diagram " + definition);
		}
		return Catalogue.of(start, forms);
	}

	/**
	 * The ids of start events and user tasks in the order of the file, and whether each
	 * is a start event of the process itself.
	 */
	static Map<String, Boolean> steps(byte[] diagram) throws XMLStreamException {
		XMLInputFactory factory = XMLInputFactory.newInstance();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(diagram));
		Map<String, Boolean> starts = new LinkedHashMap<>();
		Map<String, Boolean> tasks = new LinkedHashMap<>();
		int inside = 0;
		while (reader.hasNext()) {
			int event = reader.next();
			if (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_ELEMENT
					|| !BPMN.equals(reader.getNamespaceURI())) {
				continue;
			}
			boolean opens = event == XMLStreamConstants.START_ELEMENT;
			switch (reader.getLocalName()) {
				case "subProcess", "transaction", "adHocSubProcess" -> inside += opens ? 1 : -1;
				case "startEvent" -> {
					if (opens && inside == 0) {
						starts.put(reader.getAttributeValue(null, "id"), true);
					}
				}
				case "userTask" -> {
					if (opens) {
						tasks.put(reader.getAttributeValue(null, "id"), false);
					}
				}
				default -> {
				}
			}
		}
		starts.putAll(tasks);
		return starts;
	}

}
