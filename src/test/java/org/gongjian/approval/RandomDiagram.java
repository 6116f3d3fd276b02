package org.gongjian.approval;

import java.util.List;
import java.util.Random;

/**
 * Draws a diagram nobody has thought of: approval nodes in a row, side by side, one or
 * the other, some of several, in sub-processes, and again.
 */
final class RandomDiagram {

	private static final List<String> NODES = List.of("who=party-officer;review=true", "who=safety",
			"who=party-head,wc-deputy,secretary@governmentOrg;rule=count:2;pass=APPROVE;order=REJECT,APPROVE",
			"who=party-head,wc-deputy;order=REJECT,APPROVE", "who=initiator",
			"who=party-officer,party-head,wc-deputy;rule=ratio:67;pass=APPROVE;order=REJECT,APPROVE",
			"who=party-head,wc-deputy;rule=any;pass=APPROVE;order=REJECT,APPROVE",
			"who=secretary@governmentOrg,safety;stop=REJECT;order=REJECT,APPROVE");

	private final Random random;

	private final String form;

	private int last;

	RandomDiagram(Random random, String form) {
		this.random = random;
		this.form = form;
	}

	DrawnProcess draw(String process, String start) {
		DrawnProcess drawn = new DrawnProcess(process).form("start-test", start)
			.element("startEvent", "start-test", ">")
			.node("task-draft", "who=initiator;outcome=draftOutcome", "{\"title\":{\"en\":\"Draft\",\"zh\":\"起草\"}}")
			.flow("start-test", "task-draft");
		String end = row(drawn, "task-draft", 2 + this.random.nextInt(3), 0);
		return drawn.element("endEvent", "end-done",
				"><bpmn:extensionElements><camunda:properties><camunda:property name=\"status\" value=\"completed\"/></camunda:properties></bpmn:extensionElements>")
			.flow(end, "end-done");
	}

	/** Blocks in a row. @return the element that is last */
	private String row(DrawnProcess drawn, String before, int length, int depth) {
		String end = before;
		for (int i = 0; i < length; i++) {
			end = block(drawn, end, depth);
		}
		return end;
	}

	private String block(DrawnProcess drawn, String before, int depth) {
		int kind = this.random.nextInt((depth < 2) ? 8 : 2);
		return switch (kind) {
			case 2, 3 -> split(drawn, before, depth, "parallelGateway");
			case 4 -> split(drawn, before, depth, "inclusiveGateway");
			case 5 -> split(drawn, before, depth, "exclusiveGateway");
			case 6, 7 -> part(drawn, before, depth);
			default -> node(drawn, before);
		};
	}

	private String node(DrawnProcess drawn, String before) {
		String id = "task-" + (++this.last);
		drawn.node(id, NODES.get(this.random.nextInt(NODES.size())) + ";outcome=outcome" + this.last
				+ ";returnTo=start=task-draft", this.form);
		drawn.flow(before, id);
		return id;
	}

	private String split(DrawnProcess drawn, String before, int depth, String kind) {
		int number = ++this.last;
		String split = "gateway-split-" + number;
		String join = "gateway-join-" + number;
		boolean chosen = !kind.equals("parallelGateway");
		String aside = "gateway-aside-" + number;
		String beside = "gateway-beside-" + number;
		drawn.gateway(kind, split, chosen ? aside : null)
			.flow(before, split)
			.element("exclusiveGateway", aside, ">")
			.element("exclusiveGateway", beside, ">")
			.flow(split, aside)
			.flow(split, beside, chosen ? "${needCheck}" : null);
		String one = row(drawn, aside, 1 + this.random.nextInt(2), depth + 1);
		String other = row(drawn, beside, 1, depth + 1);
		drawn.element(kind, join, ">").flow(one, join).flow(other, join);
		return join;
	}

	private String part(DrawnProcess drawn, String before, int depth) {
		int number = ++this.last;
		String id = "sub-" + number;
		drawn.part(id, (inside) -> {
			inside.element("startEvent", "start-" + number, ">");
			String end = row(inside, "start-" + number, 1 + this.random.nextInt(2), depth + 1);
			inside.element("endEvent", "end-" + number, ">").flow(end, "end-" + number);
		});
		drawn.flow(before, id);
		return id;
	}

}
