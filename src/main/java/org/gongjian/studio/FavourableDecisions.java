package org.gongjian.studio;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

import org.gongjian.form.Decision;
import org.gongjian.form.FormReader;
import org.gongjian.form.FormUnreadable;
import org.springframework.stereotype.Component;

/** The decision a step is taken to end with where nobody has decided. */
@Component
class FavourableDecisions {

	/** By step, read from the forms beside a diagram. */
	Function<String, String> of(Map<String, byte[]> files) {
		Map<String, String> codes = new HashMap<>();
		files.forEach((name, content) -> {
			if (name.matches(DraftCheck.FORM)) {
				codes.put(FormPreview.step(name), code(FormPreview.step(name), content));
			}
		});
		return (step) -> codes.getOrDefault(step, Decision.COMPLETE.code());
	}

	private static String code(String step, byte[] content) {
		try {
			var decisions = FormReader.read(step, content).decisions();
			return decisions.stream()
				.filter((decision) -> decision.kind() == Decision.Kind.POSITIVE)
				.findFirst()
				.or(() -> decisions.stream().findFirst())
				.orElse(Decision.COMPLETE)
				.code();
		}
		catch (FormUnreadable unreadable) {
			return Decision.COMPLETE.code();
		}
	}

}
