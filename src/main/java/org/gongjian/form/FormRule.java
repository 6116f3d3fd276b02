package org.gongjian.form;

/**
 * A check a form file cannot express, such as a comparison of two fields. Runs after the
 * form's own checks, also when these found something; values that are wrong are missing.
 */
public interface FormRule {

	/** Whether it has something to say about that step. */
	boolean concerns(String process, String step);

	/** Adds what is wrong. */
	void check(Filled filled, Violations out);

}
