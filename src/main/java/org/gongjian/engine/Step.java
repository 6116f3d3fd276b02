package org.gongjian.engine;

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

}
