package org.gongjian.engine.guard;

import java.util.Set;

/** The namespaces files are written in. */
final class Names {

	static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

	static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

	static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

	static final String BPMN_DI = "http://www.omg.org/spec/BPMN/20100524/DI";

	static final String DC = "http://www.omg.org/spec/DD/20100524/DC";

	static final String DI = "http://www.omg.org/spec/DD/20100524/DI";

	static final String CAMUNDA_DMN = "http://camunda.org/schema/1.0/dmn";

	static final Set<String> DMN = Set.of("https://www.omg.org/spec/DMN/20191111/MODEL/",
			"https://www.omg.org/spec/DMN/20211108/MODEL/", "https://www.omg.org/spec/DMN/20230324/MODEL/",
			"http://www.omg.org/spec/DMN/20180521/MODEL/", "http://www.omg.org/spec/DMN/20151101/dmn.xsd",
			"http://www.omg.org/spec/DMN/20151101/dmn11.xsd");

	static final Set<String> DMN_DI = Set.of("https://www.omg.org/spec/DMN/20191111/DMNDI/",
			"https://www.omg.org/spec/DMN/20230324/DMNDI/", "http://www.omg.org/spec/DMN/20180521/DMNDI/",
			"http://www.omg.org/spec/DMN/20180521/DI/", "http://www.omg.org/spec/DMN/20180521/DC/",
			"http://bpmn.io/schema/dmn/biodi/1.0", "http://bpmn.io/schema/dmn/biodi/2.0");

	/** Editors write attributes of these; the engine does not read them. */
	static final Set<String> EDITOR = Set.of("http://bpmn.io/schema/bpmn/biocolor/1.0",
			"http://www.omg.org/spec/BPMN/non-normative/color/1.0", "http://camunda.org/schema/modeler/1.0",
			"http://bpmn.io/schema/dmn/biodi/1.0", "http://bpmn.io/schema/dmn/biodi/2.0");

	private Names() {
	}

}
