package org.gongjian.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.gongjian.shared.Actor;

/**
 * A form that was filled in and checked: only fields this step may write, as the case
 * keeps them (organisations by code, people by id, days in ISO, files as ids).
 *
 * @param context who filled in what
 * @param changes the values of every field that can come into question on this step;
 * {@code null} where it was left empty or was not asked
 * @param decision the code of the decision; {@code COMPLETE} where none is offered
 * @param comment why, or {@code null}
 * @param conditions what later steps must know, or {@code null}
 * @param coiDeclared whether no conflict of interest was declared
 * @param returnTo where a return goes, or {@code null}
 * @param attachments files that belong to the decision, not to a field
 */
public record Filled(FormContext context, Map<String, Object> changes, String decision, String comment,
		String conditions, boolean coiDeclared, String returnTo, List<String> attachments) {

	public Filled {
		changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
		attachments = List.copyOf(attachments);
	}

	/** Who filled it in. */
	public Actor actor() {
		return this.context.actor();
	}

	/** The process key. */
	public String process() {
		return this.context.process();
	}

	/** The step. */
	public String step() {
		return this.context.form().step();
	}

	/** The case, or {@code null} while there is none. */
	public String caseNumber() {
		return this.context.caseNumber();
	}

	/** Whether the decision leaves the rest of the form aside. */
	public boolean leavesForm() {
		return this.context.leavesForm(this.decision);
	}

	/** What the case held before. */
	public Map<String, Object> before() {
		return this.context.data();
	}

	/** The values that are there. */
	public Map<String, Object> values() {
		Map<String, Object> values = new LinkedHashMap<>(this.changes);
		values.values().removeIf(java.util.Objects::isNull);
		return Collections.unmodifiableMap(values);
	}

	/** The value of a field of this step, or else what the case holds. */
	public Object value(String name) {
		return this.changes.containsKey(name) ? this.changes.get(name) : this.context.known().get(name);
	}

	/** The value as text, or {@code null}. */
	public String text(String name) {
		return Typed.text(value(name));
	}

	/** The value as a number, or {@code null}. */
	public BigDecimal number(String name) {
		Object value = value(name);
		return (value instanceof Number number) ? new BigDecimal(number.toString()) : null;
	}

	/** Whether the value is yes. */
	public boolean flag(String name) {
		return Boolean.TRUE.equals(value(name));
	}

	/** The value as a day, or {@code null}. */
	public LocalDate date(String name) {
		String text = text(name);
		return (text == null || text.length() < 10) ? null : LocalDate.parse(text.substring(0, 10));
	}

	/** The values of a field that holds several. */
	public List<String> list(String name) {
		return Typed.texts(value(name));
	}

	/** The rows of a table. */
	@SuppressWarnings("unchecked")
	public List<Map<String, Object>> rows(String name) {
		return (value(name) instanceof List<?> rows) ? rows.stream().map((row) -> (Map<String, Object>) row).toList()
				: List.of();
	}

	/**
	 * The fields that become process variables, as these may be: text, numbers, flags.
	 */
	public Map<String, Object> facts() {
		Map<String, Object> facts = new LinkedHashMap<>();
		for (Field field : this.context.form().fields()) {
			if (field.fact() && this.changes.containsKey(field.name())) {
				facts.put(field.name(), fact(this.changes.get(field.name())));
			}
		}
		return facts;
	}

	private static Object fact(Object value) {
		if (value instanceof List<?> list) {
			return String.join(",", Typed.texts(list));
		}
		return (value instanceof BigDecimal number) ? number.doubleValue() : value;
	}

	/** The organisations that become parties of the case. */
	public Set<String> parties() {
		Set<String> parties = new LinkedHashSet<>();
		for (Field field : this.context.form().fields()) {
			if (field.party() && this.changes.get(field.name()) instanceof String code) {
				parties.add(code);
			}
			for (Field column : field.columns()) {
				for (Map<String, Object> row : column.party() ? rows(field.name()) : List.<Map<String, Object>>of()) {
					if (row.get(column.name()) instanceof String code) {
						parties.add(code);
					}
				}
			}
		}
		return parties;
	}

	/** Every file named in the form, to be adopted by the case. */
	public List<String> files() {
		List<String> files = new ArrayList<>(this.attachments);
		for (Field field : this.context.form().fields()) {
			if (field.type() == FieldType.FILE) {
				files.addAll(Typed.texts(this.changes.get(field.name())));
			}
			for (Field column : field.columns()) {
				if (column.type() == FieldType.FILE) {
					rows(field.name()).forEach((row) -> files.addAll(Typed.texts(row.get(column.name()))));
				}
			}
		}
		return files;
	}

}
