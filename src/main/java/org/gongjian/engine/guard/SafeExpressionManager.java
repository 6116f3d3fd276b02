package org.gongjian.engine.guard;

import java.lang.reflect.Method;
import java.util.Set;

import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;

/**
 * Layer 4: reads only expressions of the grammar and lets them reach only what
 * {@link SafeResolver} shows.
 */
final class SafeExpressionManager extends JuelExpressionManager {

	private final Grammar grammar = new Grammar(Set::of);

	private final SafeResolver resolver;

	SafeExpressionManager(SafeResolver resolver) {
		this.resolver = resolver;
	}

	@Override
	public Expression createExpression(String expression) {
		require(expression);
		return super.createExpression(expression);
	}

	@Override
	public ValueExpression createValueExpression(String expression) {
		require(expression);
		return super.createValueExpression(expression);
	}

	@Override
	public void addFunction(String name, Method function) {
		if ("now".equals(name)) {
			super.addFunction(name, function);
		}
	}

	@Override
	protected ELResolver createElResolver() {
		return this.resolver;
	}

	private void require(String expression) {
		if (this.grammar.check(expression).isPresent()) {
			throw new Refused("this expression is not allowed");
		}
	}

}
