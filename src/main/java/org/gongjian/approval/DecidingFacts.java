package org.gongjian.approval;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.gongjian.casefile.CaseChanged;
import org.gongjian.casefile.CaseFile;
import org.gongjian.casefile.Cases;
import org.gongjian.casefile.Fact;
import org.gongjian.form.Catalogue;
import org.gongjian.form.Field;
import org.gongjian.form.Forms;
import org.gongjian.form.Labels;
import org.gongjian.shared.Bilingual;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps what lists show of a case as the case has it: its title, and the fact to decide
 * by. Of several deciding fields the last one of the process that holds something counts:
 * what was found out later says more.
 */
@Component
class DecidingFacts {

	private final Cases cases;

	private final Forms forms;

	private final Labels labels;

	private final ShareTable shares;

	DecidingFacts(Cases cases, Forms forms, Labels labels, ShareTable shares) {
		this.cases = cases;
		this.forms = forms;
		this.labels = labels;
		this.shares = shares;
	}

	@EventListener
	void changed(CaseChanged change) {
		CaseFile file = change.file();
		if (change.title()) {
			this.shares.retitle(file);
		}
		if (change.values().isEmpty()) {
			return;
		}
		Catalogue catalogue = this.forms.catalogue(file.definition());
		List<Field> deciding = catalogue.fields().values().stream().filter(Field::deciding).toList();
		if (deciding.stream().map(Field::name).anyMatch(change.values()::containsKey)) {
			Fact fact = find(catalogue, deciding, this.cases.data(file.number()));
			this.cases.fact(file.number(), fact);
			this.shares.fact(file.number(), fact.key());
		}
	}

	private Fact find(Catalogue catalogue, List<Field> deciding, Map<String, Object> data) {
		return deciding.stream()
			.filter((field) -> data.get(field.name()) != null)
			.reduce((first, last) -> last)
			.map((field) -> fact(catalogue, field, data.get(field.name())))
			.orElse(Fact.NONE);
	}

	private Fact fact(Catalogue catalogue, Field field, Object value) {
		String en = this.labels.brief(catalogue, field, value, Locale.ENGLISH);
		String zh = this.labels.brief(catalogue, field, value, Locale.SIMPLIFIED_CHINESE);
		Bilingual text = new Bilingual(cut(field.label().en() + ": " + en), cut(field.label().zh() + "：" + zh));
		return new Fact(text, this.labels.sortKey(field, value, zh));
	}

	private static String cut(String text) {
		return (text.length() <= 200) ? text : text.substring(0, 199) + "…";
	}

}
