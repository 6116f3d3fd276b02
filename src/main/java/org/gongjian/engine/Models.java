package org.gongjian.engine;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/**
 * The diagrams of released versions, read. The engine keeps them too, but asks its
 * database each time whether the version exists; a version once released never changes.
 */
final class Models {

	private static final int MOST = 500;

	private final LoadingCache<String, BpmnModelInstance> read;

	Models(ProcessEngine engine) {
		this.read = Caffeine.newBuilder().maximumSize(MOST).build(engine.getRepositoryService()::getBpmnModelInstance);
	}

	/** The diagram of a version, to be read and never changed. */
	BpmnModelInstance of(String definition) {
		return this.read.get(definition);
	}

}
