package org.gongjian.inbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.gongjian.inbox.Term.Kind;
import org.gongjian.shared.InvalidInput;

/**
 * The conditions of a filter as SQL. Nothing a person typed stands in it: the fragments
 * are ours, the values are parameters.
 */
final class Narrowing {

	private final Scope scope;

	private final Days days;

	private final List<String> conditions = new ArrayList<>();

	private final Map<String, Object> parameters = new LinkedHashMap<>();

	private Narrowing(Scope scope, Days days) {
		this.scope = scope;
		this.days = days;
	}

	/** Names of columns in the statement that is narrowed. */
	enum Scope {

		/** work_share s join work_item w join case_file f. */
		TASKS("s.process", "s.due_at", "lower(w.step_name) like %s escape '!'", "w.escalated"),

		/** case_file f. */
		CASES("f.process",
				"(select min(o.due_at) from work_item o where o.case_number = f.number and o.state = 'OPEN')",
				"exists (select 1 from work_item o where o.case_number = f.number and o.state = 'OPEN'"
						+ " and lower(o.step_name) like %s escape '!')",
				"exists (select 1 from work_item o where o.case_number = f.number and o.state = 'OPEN' and o.escalated)");

		private final String process;

		private final String due;

		private final String step;

		private final String escalated;

		Scope(String process, String due, String step, String escalated) {
			this.process = process;
			this.due = due;
			this.step = step;
			this.escalated = escalated;
		}

	}

	/** The days a deadline is compared with. */
	record Days(Instant now, Instant tomorrow, Instant inAWeek) {
	}

	/**
	 * Makes SQL of conditions.
	 * @param processes what processes are called, by key
	 */
	static Narrowing of(Scope scope, List<Term> terms, Map<String, String> processes, Days days) {
		Narrowing narrowing = new Narrowing(scope, days);
		for (Term term : terms) {
			String condition = narrowing.condition(term, processes);
			narrowing.conditions.add(term.not() ? "not (" + condition + ")" : condition);
		}
		return narrowing;
	}

	/** The conditions, each with {@code and} in front. */
	String sql() {
		StringBuilder sql = new StringBuilder();
		this.conditions.forEach((condition) -> sql.append(" and ").append(condition));
		return sql.append('\n').toString();
	}

	Map<String, Object> parameters() {
		return this.parameters;
	}

	private String condition(Term term, Map<String, String> processes) {
		return switch (term.kind()) {
			case WORD -> found(term.value(), "");
			case NUMBER -> found(term.value(), " and x.source = 'number'");
			case ORG -> found(term.value(), " and x.source like 'party:%'");
			case FROM -> found(term.value(), " and x.source = 'from'");
			case PROCESS -> process(term.value(), processes);
			case STEP -> this.scope.step.formatted(parameter(like(term.value())));
			default -> mark(term.kind());
		};
	}

	private String mark(Kind kind) {
		String due = this.scope.due;
		return switch (kind) {
			case OVERDUE -> "coalesce(%s < %s, false)".formatted(due, time(this.days.now()));
			case TODAY -> between(this.days.now(), this.days.tomorrow());
			case WEEK -> between(this.days.now(), this.days.inAWeek());
			case URGENT ->
				"(%s or coalesce(%s < %s, false))".formatted(this.scope.escalated, due, time(this.days.tomorrow()));
			case RETURNED ->
				"exists (select 1 from work_item r where r.case_number = f.number" + " and r.decision = 'RETURN')";
			case FILES -> "exists (select 1 from attachment a where a.case_number = f.number)";
			case COMMENTS -> "exists (select 1 from case_comment c where c.case_id = f.id)";
			case COPIED -> "exists (select 1 from case_copy y where y.case_number = f.number and y.username = :user)";
			case MINE, POOL -> share(kind);
			default -> throw new IllegalStateException(kind + " needs a value");
		};
	}

	private String share(Kind kind) {
		if (this.scope != Scope.TASKS) {
			throw new InvalidInput("text", "inbox.query.tasks-only");
		}
		return "s.view_name = '" + kind + "'";
	}

	private String between(Instant since, Instant until) {
		return "coalesce(%1$s >= %2$s and %1$s < %3$s, false)".formatted(this.scope.due, time(since), time(until));
	}

	private String found(String text, String where) {
		List<String> wanted = SearchWords.wanted(text);
		if (wanted.isEmpty()) {
			throw new InvalidInput("text", "inbox.query.no-word", text);
		}
		return "(" + String.join(" and ", wanted.stream().map((word) -> {
			byte[][] range = SearchWords.range(word);
			return "exists (select 1 from case_word x where x.case_number = f.number and x.token >= "
					+ parameter(range[0]) + " and x.token < " + parameter(range[1]) + where + ")";
		}).toList()) + ")";
	}

	private String process(String text, Map<String, String> processes) {
		String wanted = text.toLowerCase(java.util.Locale.ROOT);
		if (processes.containsKey(wanted)) {
			return this.scope.process + " = " + parameter(wanted);
		}
		List<String> keys = processes.entrySet()
			.stream()
			.filter((process) -> process.getKey().startsWith(wanted)
					|| process.getValue().toLowerCase(java.util.Locale.ROOT).contains(wanted))
			.map(Map.Entry::getKey)
			.toList();
		if (keys.isEmpty()) {
			throw new InvalidInput("text", "inbox.query.process", text);
		}
		return this.scope.process + " in (" + parameter(keys) + ")";
	}

	private String time(Instant at) {
		return parameter(InboxTable.time(at));
	}

	private String parameter(Object value) {
		String name = "n" + this.parameters.size();
		this.parameters.put(name, value);
		return ":" + name;
	}

	private static String like(String text) {
		return "%" + text.toLowerCase(java.util.Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_")
				+ "%";
	}

}
