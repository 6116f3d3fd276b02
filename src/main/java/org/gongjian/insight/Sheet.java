package org.gongjian.insight;

import java.io.Closeable;
import java.util.List;

/** Receives a table row by row. */
interface Sheet extends Closeable {

	/** One row: text, numbers, or {@code null} for an empty cell. */
	void row(List<?> values);

}
