package org.gongjian.approval;

import org.gongjian.shared.Violation;

/**
 * One task of many that are decided at once.
 *
 * @param place its place in what was asked for, from 1
 * @param done whether it was decided, {@code null} while its turn has not come
 * @param problem why not, or {@code null}
 */
public record BulkItem(int place, String taskId, Boolean done, Violation problem) {

	private static final String BY = ".by";

	/** Who was first, or {@code null} where nobody in particular was. */
	public String first() {
		return (this.problem != null && this.problem.code().endsWith(BY)) ? (String) this.problem.arguments().get(0)
				: null;
	}

	/** Whether its turn is over. */
	public boolean over() {
		return this.done != null;
	}

	/** Whether it was decided. */
	public boolean decided() {
		return Boolean.TRUE.equals(this.done);
	}

}
