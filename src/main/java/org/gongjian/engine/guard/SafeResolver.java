package org.gongjian.engine.guard;

import java.beans.FeatureDescriptor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;

/**
 * Layer 4: what an expression can reach. Steps, variables, the functions of the house;
 * nothing else.
 */
final class SafeResolver extends ELResolver {

	private static final Set<String> NEVER = Set.of("task", "caseExecution", "externalTask", "authenticatedUserId",
			"variableContext");

	private final Map<String, ?> functions;

	private final Supplier<Set<String>> steps;

	private final Function<String, ?> step;

	private final ELResolver variables = new VariableScopeElResolver();

	private final ELResolver inputs = new VariableContextElResolver();

	SafeResolver(Map<String, ?> functions, Supplier<Set<String>> steps, Function<String, ?> step) {
		this.functions = functions;
		this.steps = steps;
		this.step = step;
	}

	@Override
	public Object getValue(ELContext context, Object base, Object property) {
		if (base != null) {
			if (base instanceof DelegateExecution execution && "processBusinessKey".equals(property)) {
				context.setPropertyResolved(true);
				return execution.getProcessBusinessKey();
			}
			throw denied();
		}
		if (!(property instanceof String name) || NEVER.contains(name)) {
			return null;
		}
		if (this.steps.get().contains(name)) {
			context.setPropertyResolved(true);
			return this.step.apply(name);
		}
		Object value = this.variables.getValue(context, null, name);
		if (!context.isPropertyResolved()) {
			value = this.inputs.getValue(context, null, name);
		}
		return context.isPropertyResolved() ? value : ofTheHouse(context, name);
	}

	private Object ofTheHouse(ELContext context, String name) {
		Object value = this.functions.get(name);
		if (value == null && name.startsWith(Guard.PARAMETERS)
				&& this.functions.get(Guard.PARAMETERS) instanceof Function<?, ?> parameters) {
			value = parameter(parameters, name);
		}
		context.setPropertyResolved(value != null);
		return value;
	}

	@SuppressWarnings("unchecked")
	private static Object parameter(Function<?, ?> parameters, String name) {
		return ((Function<String, ?>) parameters).apply(name);
	}

	@Override
	public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] parameters) {
		for (Map.Entry<String, ?> function : this.functions.entrySet()) {
			boolean listed = function.getValue() == base
					&& String.valueOf(method).equals(Grammar.FUNCTIONS.get(function.getKey()));
			if (listed) {
				context.setPropertyResolved(true);
				return call(base, String.valueOf(method), parameters);
			}
		}
		throw denied();
	}

	private static Object call(Object bean, String name, Object[] parameters) {
		for (Method method : bean.getClass().getMethods()) {
			if (method.getName().equals(name) && method.getParameterCount() == parameters.length
					&& !method.isBridge()) {
				return call(bean, method, parameters);
			}
		}
		throw denied();
	}

	private static Object call(Object bean, Method method, Object[] parameters) {
		try {
			method.trySetAccessible();
			return method.invoke(bean, parameters);
		}
		catch (InvocationTargetException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : new IllegalStateException(ex.getCause());
		}
		catch (IllegalAccessException | IllegalArgumentException ex) {
			throw denied();
		}
	}

	private static Refused denied() {
		return new Refused("expressions reach variables and the functions of the house only");
	}

	@Override
	public void setValue(ELContext context, Object base, Object property, Object value) {
		throw denied();
	}

	@Override
	public boolean isReadOnly(ELContext context, Object base, Object property) {
		return true;
	}

	@Override
	public Class<?> getType(ELContext context, Object base, Object property) {
		return Object.class;
	}

	@Override
	public Class<?> getCommonPropertyType(ELContext context, Object base) {
		return Object.class;
	}

	@Override
	public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
		return null;
	}

}
