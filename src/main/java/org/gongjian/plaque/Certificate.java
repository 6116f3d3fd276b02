package org.gongjian.plaque;

import java.util.Locale;
import java.util.Map;

import org.gongjian.identity.HouseAddress;
import org.gongjian.shared.Bilingual;
import org.gongjian.web.PdfPages;
import org.gongjian.wording.Wording;
import org.gongjian.wording.Wordings;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** The certificate of a plaque, in Chinese. */
@Component
class Certificate {

	private final SpringTemplateEngine templates;

	private final PdfPages pages;

	private final HouseAddress address;

	private final Wordings wordings;

	Certificate(SpringTemplateEngine templates, PdfPages pages, HouseAddress address, Wordings wordings) {
		this.templates = templates;
		this.pages = pages;
		this.address = address;
		this.wordings = wordings;
	}

	/** Where anybody can check the plaque. */
	String address(Plaque plaque) {
		return this.address.of("/verify/" + plaque.number());
	}

	byte[] pdf(Plaque plaque) {
		Bilingual from = Bilingual.of(plaque.validFrom());
		Bilingual to = Bilingual.of(plaque.validTo());
		Bilingual award = this.wordings.both(Wording.CERTIFICATE_AWARD,
				Map.of("plaque", plaque.text(), "from", from.zh(), "to", to.zh()),
				Map.of("plaque", plaque.text(), "from", from.en(), "to", to.en()));
		var context = new Context(Locale.SIMPLIFIED_CHINESE, Map.of("plaque", plaque, "address", address(plaque),
				"code", QrCode.image(address(plaque)), "from", from.zh(), "award", award));
		return this.pages.write(this.templates.process("plaque/certificate", context));
	}

}
