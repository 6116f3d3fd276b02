package org.gongjian.approval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.gongjian.engine.Assignees;
import org.gongjian.engine.Definitions;
import org.gongjian.engine.Definitions.Released;
import org.gongjian.engine.Forecast;
import org.gongjian.engine.Node;
import org.gongjian.form.Catalogue;
import org.gongjian.form.Decision;
import org.gongjian.form.Field;
import org.gongjian.form.FieldType;
import org.gongjian.form.FormDefinition;
import org.gongjian.form.Forms;
import org.gongjian.identity.ActorSource;
import org.gongjian.organisation.Eligibility;
import org.gongjian.organisation.Eligible;
import org.gongjian.organisation.StandIns;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Bilingual;
import org.gongjian.shared.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says in advance who would get which step of a case that nobody has started. */
@Service
@Transactional(readOnly = true)
public class WhoDecides {

	/** Why nobody can be named yet. */
	public static final String LATER = "approval.who.later";

	private static final List<String> LAST_RESORT = List.of("process-admin");

	private final Definitions definitions;

	private final Forms forms;

	private final Forecast forecast;

	private final Assignees assignees;

	private final Eligibility eligibility;

	private final StandIns standIns;

	private final NodeRules rules;

	private final NodeSettings nodes;

	private final ActorSource actors;

	WhoDecides(Definitions definitions, Forms forms, Forecast forecast, Assignees assignees, Eligibility eligibility,
			StandIns standIns, NodeRules rules, NodeSettings nodes, ActorSource actors) {
		this.definitions = definitions;
		this.forms = forms;
		this.forecast = forecast;
		this.assignees = assignees;
		this.eligibility = eligibility;
		this.standIns = standIns;
		this.rules = rules;
		this.nodes = nodes;
		this.actors = actors;
	}

	/**
	 * A step and who would get it.
	 *
	 * @param certain whether it will be reached, as far as that is known
	 */
	public record Step(String id, Bilingual name, boolean certain, List<Asked> asked) {
	}

	/**
	 * One decision of a step.
	 *
	 * @param slot whom the node asks
	 * @param group whom it finally asks
	 * @param why a message key that says why these people
	 * @param people their accounts, stand-ins among them
	 */
	public record Asked(String slot, String group, String why, List<String> people, Map<String, String> standIns) {
	}

	/** The fields of a start form by which a diagram is routed. */
	public List<Field> questions(String process) {
		return start(process).sections()
			.stream()
			.flatMap((section) -> section.fields().stream())
			.filter((field) -> field.fact() || field.party())
			.toList();
	}

	private FormDefinition start(String process) {
		return this.forms.start(process).orElseThrow(() -> new NotFound("process " + process));
	}

	/**
	 * The steps of a case that somebody would start so.
	 * @param answers what would be filled in, by field name
	 */
	public List<Step> ask(String process, String initiator, Map<String, String> answers) {
		Released version = this.definitions.newest(process).orElseThrow(() -> new NotFound("process " + process));
		Actor actor = this.actors.actor(initiator);
		Map<String, Object> facts = new HashMap<>();
		Set<String> parties = new LinkedHashSet<>();
		for (Field field : questions(process)) {
			String answer = answers.getOrDefault(field.name(), "").strip();
			facts.put(field.name(), value(field.type(), answer));
			if (field.party() && !answer.isEmpty()) {
				parties.addAll(List.of(answer.split("[,，\\s]+")));
			}
		}
		facts.putAll(RequestWork.about(actor, RequestWork.organisation(actor, parties)));
		Catalogue catalogue = this.forms.catalogue(version.id());
		return this.forecast
			.of(version.id(), Set.of(start(process).step()), facts, (step) -> favourable(catalogue, step))
			.stream()
			.map((ahead) -> step(version, ahead, facts, parties, initiator))
			.toList();
	}

	private Step step(Released version, Forecast.Ahead ahead, Map<String, Object> facts, Set<String> parties,
			String initiator) {
		Bilingual name = this.definitions.node(version.id(), ahead.step()).map(Node::name).orElseThrow();
		Map<String, String> settings = this.nodes.of(version.id(), ahead.step());
		boolean review = "true".equals(settings.get("review"));
		List<Asked> asked = new ArrayList<>();
		List<String> slots = slots(ahead.who(), facts);
		if (slots.isEmpty()) {
			asked.add(new Asked(ahead.who(), ahead.who(), LATER, List.of(), Map.of()));
		}
		for (String slot : slots) {
			Set<String> mayNot = review ? Set.of(initiator) : Set.of();
			Set<String> own = review ? parties : Set.of();
			Eligible eligible = this.rules.ask(settings, slot,
					(group) -> this.eligibility.eligible(group, own, mayNot, review));
			Map<String, String> covering = new HashMap<>(
					this.standIns.covering(eligible.usernames(), version.process()));
			covering.keySet().removeAll(mayNot);
			covering.keySet().removeAll(eligible.usernames());
			asked.add(new Asked(slot, eligible.slot(), eligible.reason(), eligible.usernames(), covering));
		}
		return new Step(ahead.step(), name, ahead.certain(), asked);
	}

	/**
	 * Whom a step asks; nobody yet where that depends on something that is entered or
	 * computed on the way.
	 */
	private List<String> slots(String who, Map<String, Object> facts) {
		Set<String> later = new LinkedHashSet<>();
		List<String> slots = this.assignees.slots(String.valueOf(who), (name) -> {
			if (!facts.containsKey(name)) {
				later.add(name);
			}
			return facts.get(name);
		});
		return (!later.isEmpty() && slots.equals(LAST_RESORT)) ? List.of() : slots;
	}

	private static Object value(FieldType type, String answer) {
		return switch (type) {
			case BOOLEAN -> answer.equals("true");
			case INTEGER -> answer.matches("-?[0-9]{1,18}") ? Long.valueOf(answer) : null;
			case DECIMAL, MONEY -> answer.matches("-?[0-9]{1,15}(\\.[0-9]{1,6})?") ? Double.valueOf(answer) : null;
			default -> answer.isEmpty() ? null : answer.replaceAll("[，\\s]+", ",");
		};
	}

	private static String favourable(Catalogue catalogue, String step) {
		FormDefinition form = catalogue.forms().get(step);
		return (form == null) ? Decision.COMPLETE.code()
				: form.decisions()
					.stream()
					.filter((decision) -> decision.kind() == Decision.Kind.POSITIVE)
					.findFirst()
					.or(() -> form.decisions().stream().findFirst())
					.map(Decision::code)
					.orElse(Decision.COMPLETE.code());
	}

}
