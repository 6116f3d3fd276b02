package org.gongjian.pairing;

import java.util.Locale;
import java.util.Map;

import org.gongjian.casefile.CaseValues;
import org.gongjian.organisation.Organisation;
import org.gongjian.organisation.Organisations;
import org.gongjian.web.PdfPages;
import org.gongjian.wording.Wording;
import org.gongjian.wording.Wordings;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import org.springframework.stereotype.Component;

/** Writes the co-building agreement as PDF, in Chinese. */
@Component
class AgreementPaper {

	private final ITemplateEngine templates;

	private final PdfPages pages;

	private final Organisations organisations;

	private final Programmes programmes;

	private final Wordings wordings;

	AgreementPaper(ITemplateEngine templates, PdfPages pages, Organisations organisations, Programmes programmes,
			Wordings wordings) {
		this.templates = templates;
		this.pages = pages;
		this.organisations = organisations;
		this.programmes = programmes;
		this.wordings = wordings;
	}

	byte[] write(Pairing pairing, Agreement agreement, String number, CaseValues data) {
		ListsOfCase lists = new ListsOfCase(pairing, data);
		Context context = new Context(Locale.SIMPLIFIED_CHINESE);
		context.setVariable("pairing", pairing);
		context.setVariable("number", number);
		context.setVariable("agreement", agreement);
		context.setVariable("government", organisation(pairing.governmentOrg()));
		context.setVariable("enterprise", organisation(pairing.enterpriseOrg()));
		context.setVariable("programme", this.programmes.find(pairing.programme()).orElseThrow());
		context.setVariable("items", lists.items());
		context.setVariable("plan", lists.plan());
		context.setVariable("data", data.all());
		context.setVariable("integrity", this.wordings.both(Wording.AGREEMENT_INTEGRITY, Map.of()));
		return this.pages.write(this.templates.process("documents/agreement", context));
	}

	private Organisation organisation(String code) {
		return this.organisations.get(code);
	}

}
