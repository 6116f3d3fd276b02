package org.gongjian.operations;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Holds the cases of suspended processes and lets those of resumed ones go on, each in a
 * transaction of its own. It looks again every minute: what a stopped program left undone
 * is done then, and a case that was just beginning when its process was suspended is
 * found.
 */
@Component
class ProcessHoldWork {

	private static final Logger logger = LoggerFactory.getLogger(ProcessHoldWork.class);

	private static final int MANY = 200;

	private final ProcessHoldTable table;

	private final ProcessHoldCases cases;

	private final SimpleAsyncTaskExecutor worker = new SimpleAsyncTaskExecutor("holds-");

	ProcessHoldWork(ProcessHoldTable table, ProcessHoldCases cases) {
		this.table = table;
		this.cases = cases;
	}

	@Scheduled(cron = "${gongjian.operations.look:50 * * * * *}", zone = "Asia/Shanghai")
	void look() {
		this.table.all().forEach(this::run);
	}

	/** Does what is to be done for a process, behind what somebody waits for. */
	void begin(String process) {
		this.worker.execute(() -> run(process));
	}

	/** Does what is to be done for a process. */
	void run(String process) {
		Optional<ProcessHold> hold = this.table.find(process);
		if (hold.isEmpty()) {
			return;
		}
		if (!hold.get().resuming()) {
			holdAll(hold.get());
		}
		else if (all(this.table.held(process), (number) -> this.cases.resume(hold.get(), number)) == 0) {
			this.cases.over(process);
		}
	}

	private void holdAll(ProcessHold hold) {
		List<String> waiting = this.table.waiting(hold.process(), MANY);
		while (!waiting.isEmpty() && this.table.of(hold.process()).isPresent()
				&& all(waiting, (number) -> this.cases.hold(hold, number)) < waiting.size()) {
			waiting = this.table.waiting(hold.process(), MANY);
		}
	}

	/** Does something with cases; gives back with how many it did not succeed. */
	private static int all(List<String> numbers, Consumer<String> work) {
		int failed = 0;
		for (String number : numbers) {
			try {
				work.accept(number);
			}
			catch (RuntimeException problem) {
				failed++;
				logger.warn("Case {} could not be held or let go on with its process; it is tried again", number,
						problem);
			}
		}
		return failed;
	}

}
