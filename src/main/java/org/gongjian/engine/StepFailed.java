package org.gongjian.engine;

/** A step ended in a way its diagram knows: it leaves by the error event of this code. */
public class StepFailed extends RuntimeException {

	private final String code;

	public StepFailed(String code) {
		super(code);
		this.code = code;
	}

	/** The BPMN error code. */
	public String code() {
		return this.code;
	}

}
