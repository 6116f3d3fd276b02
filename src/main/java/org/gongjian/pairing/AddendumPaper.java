package org.gongjian.pairing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.gongjian.casefile.CaseValues;
import org.gongjian.organisation.Organisations;
import org.gongjian.organisation.People;
import org.gongjian.organisation.Person;
import org.gongjian.web.PdfPages;
import org.gongjian.wording.Wording;
import org.gongjian.wording.Wordings;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Writes the addendum to a co-building agreement as PDF, in Chinese. */
@Component
class AddendumPaper {

	private final ITemplateEngine templates;

	private final PdfPages pages;

	private final Organisations organisations;

	private final People people;

	private final AgreementTable agreements;

	private final Wordings wordings;

	AddendumPaper(ITemplateEngine templates, PdfPages pages, Organisations organisations, People people,
			AgreementTable agreements, Wordings wordings) {
		this.templates = templates;
		this.pages = pages;
		this.organisations = organisations;
		this.people = people;
		this.agreements = agreements;
		this.wordings = wordings;
	}

	byte[] write(Pairing before, Pairing after, String number, CaseValues data) {
		ListsOfCase lists = new ListsOfCase(after, data);
		Context context = new Context(Locale.SIMPLIFIED_CHINESE);
		context.setVariable("before", before);
		context.setVariable("after", after);
		context.setVariable("number", number);
		context.setVariable("first", first(before.id()));
		context.setVariable("government", this.organisations.get(before.governmentOrg()));
		context.setVariable("enterprise", this.organisations.get(before.enterpriseOrg()));
		context.setVariable("governmentLiaison", name(after.governmentLiaison()));
		context.setVariable("enterpriseLiaison", name(after.enterpriseLiaison()));
		context.setVariable("items", lists.items());
		context.setVariable("plan", lists.plan());
		context.setVariable("closing", this.wordings.both(Wording.ADDENDUM_CLOSING, Map.of()));
		context.setVariable("reason", data.text("reason"));
		return this.pages.write(this.templates.process("documents/addendum", context));
	}

	private String first(UUID pairing) {
		List<Agreement> versions = this.agreements.of(pairing);
		return versions.isEmpty() ? "" : versions.get(versions.size() - 1).number();
	}

	private String name(UUID person) {
		return Optional.ofNullable(person).flatMap(this.people::byId).map(Person::name).orElse("");
	}

}
