package org.gongjian.engine;

import java.util.function.Consumer;

/**
 * A system block of a diagram: what a service task, a business rule task, a boundary
 * timer's task or a compensation handler does. A diagram names it,
 * {@code camunda:delegateExpression="${issuePlaqueNumber}"}, and can reach no other bean.
 * Runs inside the engine's transaction; must be idempotent, must not send mail, call HTTP
 * or change files of others.
 */
public interface Step {

	/** The name diagrams use, lower camel case. */
	String name();

	/**
	 * Does the work.
	 * @throws StepFailed to leave by the boundary error event of that code
	 */
	void run(Call call);

	/** A step that is a method of something else. */
	static Step named(String name, Consumer<Call> work) {
		return new Step() {

			@Override
			public String name() {
				return name;
			}

			@Override
			public void run(Call call) {
				work.accept(call);
			}

		};
	}

}
