package org.gongjian.engine;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.gongjian.engine.TokenPlan.Impossible;
import org.gongjian.engine.TokenPlan.Refusal;

/**
 * A running part of the instance on the way to the step.
 *
 * @param instance the process, a sub-process or a run of it
 * @param path the sub-processes around the step, outermost first, then the step
 * @param depth how many of them are running around it
 */
record TokenPart(ActivityInstance instance, List<String> path, int depth) {

	/** The element of this part by which the step is reached. */
	String entry() {
		return this.path.get(this.depth);
	}

	List<String> toEnter() {
		return this.path.subList(this.depth, this.path.size() - 1);
	}

	List<ActivityInstance> children(Predicate<String> which) {
		return Arrays.stream(this.instance.getChildActivityInstances())
			.filter((child) -> which.test(Settings.plain(child.getActivityId())))
			.toList();
	}

	List<String> elements(Predicate<String> which) {
		return Stream
			.concat(children(which).stream().map((child) -> Settings.plain(child.getActivityId())),
					Arrays.stream(this.instance.getChildTransitionInstances())
						.map((token) -> Settings.plain(token.getActivityId()))
						.filter(which))
			.toList();
	}

	List<String> moving(Predicate<String> which) {
		return Arrays.stream(this.instance.getChildTransitionInstances())
			.filter((token) -> which.test(Settings.plain(token.getActivityId())))
			.map((token) -> token.getId())
			.toList();
	}

	/** The element of this part at which something inside it stands. */
	String holding(String id) {
		return children((element) -> true).stream()
			.filter((child) -> TokenPlans.contains(child, id))
			.map((child) -> Settings.plain(child.getActivityId()))
			.findFirst()
			.orElseThrow(() -> new Impossible(Refusal.NOT_BEFORE));
	}

}
