package org.gongjian.problem;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.gongjian.form.Choice;
import org.gongjian.form.ReferenceSource;
import org.gongjian.inbox.Register;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Bilingual;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The activity or meeting in which a problem came up. */
@Component
class OriginSource implements ReferenceSource {

	/** How a problem came, and the register where that stands. */
	private static final Map<String, String> REGISTERS = Map.of("ACTIVITY", "activities", "JOINT_MEETING", "meetings");

	private final ObjectProvider<Register> registers;

	OriginSource(ObjectProvider<Register> registers) {
		this.registers = registers;
	}

	@Override
	public String kind() {
		return "origin";
	}

	@Override
	public List<Choice> search(String q, Map<String, Object> data, Actor actor, int limit) {
		String words = (q == null || q.isBlank()) ? null : q;
		return registers(data.get("channel")).flatMap((register) -> rows(register, words, actor, limit))
			.map(OriginSource::choice)
			.limit(limit)
			.toList();
	}

	private static Stream<Map<String, Object>> rows(Register register, String words, Actor actor, int limit) {
		return Stream.concat((words == null) ? Stream.empty() : register.find(actor, words).stream(),
				register.page(actor, words, null, null, limit)
					.items()
					.stream()
					.filter((row) -> !row.get("number").equals(words)));
	}

	@Override
	public Optional<Choice> find(String id) {
		return found(id, null, Actor.SYSTEM).map(OriginSource::choice);
	}

	@Override
	public boolean mayChoose(String id, Map<String, Object> data, Actor actor) {
		return found(id, data.get("channel"), actor).isPresent();
	}

	private Optional<Map<String, Object>> found(String id, Object channel, Actor actor) {
		return registers(channel).flatMap((register) -> register.find(actor, id).stream()).findFirst();
	}

	private Stream<Register> registers(Object channel) {
		String only = REGISTERS.get(String.valueOf(channel));
		return this.registers.stream()
			.filter((register) -> (only == null) ? REGISTERS.containsValue(register.name())
					: register.name().equals(only));
	}

	private static Choice choice(Map<String, Object> row) {
		String number = String.valueOf(row.get("number"));
		Object english = row.getOrDefault("titleEn", row.get("purpose"));
		Object chinese = row.getOrDefault("titleZh", row.get("purpose"));
		return new Choice(number, new Bilingual(number, number),
				new Bilingual(String.valueOf(english), String.valueOf(chinese)));
	}

}
