package org.gongjian.engine.guard;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;

import org.camunda.bpm.engine.ArtifactFactory;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.scripting.ExecutableScript;
import org.camunda.bpm.engine.impl.scripting.ScriptFactory;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;

/** Layer 4: no script is compiled or run, no class named in a diagram is made. */
final class NoScripts extends ScriptFactory {

	@Override
	public ExecutableScript createScriptFromResource(String language, String resource) {
		throw refused();
	}

	@Override
	public ExecutableScript createScriptFromResource(String language, Expression resourceExpression) {
		throw refused();
	}

	@Override
	public ExecutableScript createScriptFromSource(String language, String source) {
		throw refused();
	}

	@Override
	public ExecutableScript createScriptFromSource(String language, Expression sourceExpression) {
		throw refused();
	}

	private static Refused refused() {
		return new Refused("scripts are not run here");
	}

	static final class Engines implements ScriptEngineResolver {

		@Override
		public void addScriptEngineFactory(ScriptEngineFactory factory) {
			throw refused();
		}

		@Override
		public ScriptEngineManager getScriptEngineManager() {
			throw refused();
		}

		@Override
		public ScriptEngine getScriptEngine(String language, boolean resolveFromCache) {
			return null;
		}

	}

	static final class Classes implements ArtifactFactory {

		@Override
		public <T> T getArtifact(Class<T> type) {
			throw new Refused("classes are not named in diagrams");
		}

	}

}
