package org.gongjian.reliability;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The nodes of one house, asked in turn as a load balancer does. */
record Street(List<RunningHouse> nodes, AtomicInteger turn) {

	Street(List<RunningHouse> nodes) {
		this(List.copyOf(nodes), new AtomicInteger());
	}

	/** The next node that runs; the first where none does. */
	URI at(String path) {
		for (int tries = 0; tries < this.nodes.size(); tries++) {
			RunningHouse node = this.nodes.get(Math.floorMod(this.turn.getAndIncrement(), this.nodes.size()));
			if (node.alive()) {
				return node.at(path);
			}
		}
		return this.nodes.get(0).at(path);
	}

	/** Starts every node that does not run. */
	Duration open() throws IOException, InterruptedException {
		Duration longest = Duration.ZERO;
		for (RunningHouse node : this.nodes) {
			if (!node.alive()) {
				Duration start = node.start();
				longest = (start.compareTo(longest) > 0) ? start : longest;
			}
		}
		return longest;
	}

	void close() throws InterruptedException {
		for (RunningHouse node : this.nodes) {
			node.kill();
		}
	}

}
