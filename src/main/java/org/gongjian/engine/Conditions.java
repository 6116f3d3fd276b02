package org.gongjian.engine;

import java.util.Map;

import org.camunda.bpm.impl.juel.ExpressionFactoryImpl;
import org.camunda.bpm.impl.juel.SimpleContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;

/**
 * Reads a condition of a diagram with facts alone: no beans, no properties, no methods.
 */
final class Conditions {

	private static final ExpressionFactoryImpl FACTORY = new ExpressionFactoryImpl();

	private Conditions() {
	}

	/** Whether it holds, or {@code null} when a fact it needs is not known. */
	static Boolean holds(String expression, Map<String, Object> facts) {
		try {
			var context = new SimpleContext(new Facts(facts));
			Object value = FACTORY.createValueExpression(context, expression.strip(), Object.class).getValue(context);
			return (value instanceof Boolean holds) ? holds : null;
		}
		catch (ELException unread) {
			return null;
		}
	}

	private static final class Facts extends ELResolver {

		private final Map<String, Object> facts;

		private Facts(Map<String, Object> facts) {
			this.facts = facts;
		}

		@Override
		public Object getValue(ELContext context, Object base, Object property) {
			if (base != null || !this.facts.containsKey(String.valueOf(property))) {
				throw new ELException("unknown " + property);
			}
			context.setPropertyResolved(true);
			return this.facts.get(String.valueOf(property));
		}

		@Override
		public Class<?> getType(ELContext context, Object base, Object property) {
			return Object.class;
		}

		@Override
		public void setValue(ELContext context, Object base, Object property, Object value) {
			throw new ELException("conditions change nothing");
		}

		@Override
		public boolean isReadOnly(ELContext context, Object base, Object property) {
			return true;
		}

		@Override
		public Class<?> getCommonPropertyType(ELContext context, Object base) {
			return Object.class;
		}

		@Override
		public java.util.Iterator<java.beans.FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
			return null;
		}

	}

}
