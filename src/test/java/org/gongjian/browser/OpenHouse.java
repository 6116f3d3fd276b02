package org.gongjian.browser;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Opens the house for the first browser test and closes it after the last. */
class OpenHouse implements ParameterResolver, AfterEachCallback {

	private static final Namespace HERE = Namespace.create(OpenHouse.class);

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == House.class;
	}

	@Override
	public House resolveParameter(ParameterContext parameter, ExtensionContext context) {
		return context.getRoot().getStore(HERE).computeIfAbsent(House.class, (key) -> House.open(), House.class);
	}

	@Override
	public void afterEach(ExtensionContext context) {
		House house = context.getRoot().getStore(HERE).get(House.class, House.class);
		if (house != null) {
			house.everybodyLeaves(context.getExecutionException().isPresent());
		}
	}

}
