package org.gongjian.engine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.sql.SQLException;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotFoundException;
import org.gongjian.engine.Failures.Cause;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What went wrong is told by its innermost cause. */
class FailuresTests {

	@Test
	void theInnermostCauseDecides() {
		assertThat(cause(new UncheckedIOException(new IOException("No space left on device")))).isEqualTo(Cause.FILE);
		assertThat(cause(new IOException(new ConnectException("refused")))).isEqualTo(Cause.NETWORK);
		assertThat(cause(new ProcessEngineException(new SQLException("closed")))).isEqualTo(Cause.DATABASE);
		assertThat(cause(new OptimisticLockingException("changed"))).isEqualTo(Cause.OVERTAKEN);
		assertThat(cause(new ProcessEngineException(new PropertyNotFoundException("budget")))).isEqualTo(Cause.FACT);
		assertThat(cause(new IllegalStateException("never"))).isEqualTo(Cause.FAULT);
		assertThat(Failures.cause(null)).isEqualTo(Cause.FAULT);
	}

	private static Cause cause(Throwable failed) {
		StringWriter trace = new StringWriter();
		failed.printStackTrace(new PrintWriter(trace));
		return Failures.cause(trace.toString());
	}

}
