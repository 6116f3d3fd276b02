package org.gongjian.plaque;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

import org.gongjian.identity.HouseAddress;
import org.gongjian.web.PdfPages;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** The certificate of a plaque, in Chinese. */
@Component
class Certificate {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu年M月d日");

	private final SpringTemplateEngine templates;

	private final PdfPages pages;

	private final HouseAddress address;

	Certificate(SpringTemplateEngine templates, PdfPages pages, HouseAddress address) {
		this.templates = templates;
		this.pages = pages;
		this.address = address;
	}

	/** Where anybody can check the plaque. */
	String address(Plaque plaque) {
		return this.address.of("/verify/" + plaque.number());
	}

	byte[] pdf(Plaque plaque) {
		var context = new Context(Locale.SIMPLIFIED_CHINESE,
				Map.of("plaque", plaque, "address", address(plaque), "code", QrCode.image(address(plaque)), "from",
						DAY.format(plaque.validFrom()), "to", DAY.format(plaque.validTo())));
		return this.pages.write(this.templates.process("plaque/certificate", context));
	}

}
