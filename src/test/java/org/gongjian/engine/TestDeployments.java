package org.gongjian.engine;

import java.io.ByteArrayInputStream;
import java.util.Map;

import org.camunda.bpm.engine.ProcessEngine;

/** Releases diagrams that only tests know, through the guard like any other. */
public final class TestDeployments {

	private TestDeployments() {
	}

	/** Releases files by name. */
	public static void release(ProcessEngine engine, Map<String, byte[]> files) {
		var deployment = engine.getRepositoryService().createDeployment().name("test");
		files.forEach((name, content) -> deployment.addInputStream(name, new ByteArrayInputStream(content)));
		deployment.deploy();
	}

}
