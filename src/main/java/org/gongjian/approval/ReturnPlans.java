package org.gongjian.approval;

import java.util.List;
import java.util.stream.Stream;

import org.gongjian.casefile.Cases;
import org.gongjian.casefile.LogEntry;
import org.gongjian.engine.Definitions;
import org.gongjian.engine.Node;
import org.gongjian.engine.Returns;
import org.gongjian.engine.TokenPlan;
import org.gongjian.shared.Bilingual;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says before a return is done what it would do. */
@Service
@Transactional(readOnly = true)
public class ReturnPlans {

	private final Ways ways;

	private final WaysBack waysBack;

	private final SignedTable signed;

	private final Cases cases;

	private final Definitions definitions;

	private final Returns returns;

	ReturnPlans(Ways ways, WaysBack waysBack, SignedTable signed, Cases cases, Definitions definitions,
			Returns returns) {
		this.ways = ways;
		this.waysBack = waysBack;
		this.signed = signed;
		this.cases = cases;
		this.definitions = definitions;
		this.returns = returns;
	}

	/**
	 * The steps an open task can be returned to: those its node names and every step
	 * really passed; empty where the node does not allow returns or not any more.
	 */
	public List<ReturnChoice> of(WorkItem item) {
		List<Way> drawn = this.ways.of(item);
		if (drawn.isEmpty()) {
			return List.of();
		}
		return Stream.concat(drawn.stream().map(Way::step), passed(item))
			.distinct()
			.filter((step) -> !step.equals(item.step()))
			.map((step) -> choice(item, step))
			.toList();
	}

	private Stream<String> passed(WorkItem item) {
		return this.cases.log(item.caseNumber())
			.stream()
			.filter((entry) -> entry.action().equals("DECIDED") && entry.step() != null)
			.map(LogEntry::step)
			.distinct();
	}

	/** Steps decided before that the case comes to again. */
	private List<Bilingual> again(WorkItem item, TokenPlan plan) {
		return names(item,
				passed(item).filter((step) -> plan.ahead().contains(step) && !step.equals(plan.target()))
					.filter((step) -> !plan.cancelled().contains(step) && !plan.kept().contains(step))
					.toList());
	}

	private ReturnChoice choice(WorkItem item, String step) {
		List<String> signed = this.signed.last(item.caseNumber(), step).stream().map(WorkItem::decidedBy).toList();
		List<String> signers = (signed.size() > 1) ? signed : List.of();
		TokenPlan.Planned planned = this.returns.plan(item.caseNumber(), item.body(), step);
		return planned.plan()
			.map((plan) -> new ReturnChoice(step, name(item, step), names(item, plan.cancelled()),
					names(item, plan.kept()), again(item, plan), !plan.waiting().isEmpty() || !plan.inside().isEmpty(),
					this.waysBack.possible(item, plan), signers, null))
			.orElseGet(() -> new ReturnChoice(step, name(item, step), List.of(), List.of(), List.of(), false, false,
					signers, "approval.return.refused." + planned.refusal()));
	}

	/** Who has signed a node that is still open: each can be asked to sign again. */
	public List<String> signedHere(WorkItem item) {
		return this.signed.in(item.caseNumber(), item.body()).stream().map(WorkItem::decidedBy).toList();
	}

	private List<Bilingual> names(WorkItem item, List<String> elements) {
		return elements.stream()
			.filter((element) -> !isJoin(item, element))
			.map((element) -> name(item, element))
			.toList();
	}

	/**
	 * A branch that waits where branches meet is no step to anybody who reads the plan.
	 */
	private boolean isJoin(WorkItem item, String element) {
		return this.definitions.node(item.definition(), element)
			.filter((node) -> node.kind().endsWith("Gateway"))
			.isPresent();
	}

	private Bilingual name(WorkItem item, String element) {
		return this.definitions.node(item.definition(), element)
			.map(Node::name)
			.orElse(new Bilingual(element, element));
	}

}
