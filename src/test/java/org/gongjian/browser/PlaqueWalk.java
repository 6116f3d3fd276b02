package org.gongjian.browser;

import java.util.List;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import static org.assertj.core.api.Assertions.assertThat;

/** The plaques of the Office branch and Demo Enterprise H on their way to the wall. */
final class PlaqueWalk extends Walk {

	private static final String CEREMONY = "Plaque ceremony 授牌仪式";

	private static final List<String> BRANCHES = List.of("gov", "ent5");

	private String ceremony;

	PlaqueWalk(Visitor visitor) {
		super(visitor);
	}

	PlaqueWalk aCeremonyIsPlanned() {
		this.visitor.signIn("party.officer").open("/ceremonies").open("/ceremonies/new");
		this.visitor.fill("title", CEREMONY).fill("place", "Hall 1").fill("plannedOn", this.visitor.day(7));
		this.visitor.click("main form button.button--primary");
		this.ceremony = this.visitor.path();
		assertThat(this.visitor.text("h1")).isEqualTo(CEREMONY);
		return this;
	}

	/** Those of other pairings wait for another batch. */
	PlaqueWalk theBatchIsProposed() {
		this.visitor.open("/plaques/batch");
		Locator others = this.visitor.page()
			.locator("main tbody tr", new Page.LocatorOptions().setHasNotText("Office").setHasText("Government"));
		while (others.count() > 0) {
			others.first().locator("button").click();
			this.visitor.look();
		}
		this.visitor.click("form[action='/plaques/batch/propose'] button");
		this.visitor.choose("ceremony", CEREMONY);
		sends();
		return this;
	}

	PlaqueWalk itIsPrepared() {
		by("party.officer").fill("_decision", "SUBMIT");
		this.visitor.fill("basisNo", "XTGX-2026-7").upload("basisDoc", Papers.pdf("basis"));
		this.visitor.fill("unitCost", "180")
			.fill("validFrom", this.visitor.today())
			.fill("validTo", this.visitor.day(300));
		this.visitor.fill("publicNotice", "false").decide(null);
		return this;
	}

	PlaqueWalk itIsChecked() {
		by("discipline").fill("_decision", "PASS");
		List.of("issuerAuthorised", "textListed", "noFee", "noDouble", "wallLimitKept", "noViolation", "noCompetition")
			.forEach((question) -> this.visitor.fill(question, "true"));
		this.visitor.decide(null);
		return this;
	}

	PlaqueWalk itIsApproved() {
		by("wc.deputy").decide("APPROVE");
		return this;
	}

	PlaqueWalk thePlaquesAreMade() {
		by("party.officer");
		this.visitor.upload("proofFile", Papers.pdf("proof")).fill("textChecked", "true");
		this.visitor.fill("supplier", "Sign makers").fill("cost", "360").fill("qty", "2");
		this.visitor.fill("deliveredOn", this.visitor.today()).decide(null);
		by("party.officer2").fill("_decision", "ACCEPT");
		this.visitor.fill("nameCorrect", "true").fill("numberCorrect", "true").fill("noTypos", "true");
		this.visitor.upload("inspectionPhoto", Papers.photo("plaques")).decide(null);
		return this;
	}

	PlaqueWalk theCeremonyIsHeld() {
		this.visitor.signIn("party.officer").open(this.ceremony);
		assertThat(this.visitor.text("main")).contains("DJGJ-");
		this.visitor.click("form[action$='/hand-over'] button");
		return this;
	}

	PlaqueWalk bothReceiveAndHangTheirs() {
		for (String branch : BRANCHES) {
			by(branch + ".secretary").fill("_decision", "RECEIVED");
			this.visitor.fill("receivedOn", this.visitor.today()).chooseFirst("receiver").decide(null);
		}
		for (String branch : BRANCHES) {
			by(branch + ".liaison").fill("hangPlace", "ACTIVITY_ROOM");
			this.visitor.fill("hungOn", this.visitor.today()).upload("photo", Papers.photo("wall")).decide(null);
		}
		by("archivist").fill("ledgerChecked", "true").decide(null);
		return this;
	}

	/** The number of the plaque of Demo Enterprise H, as the ledger has it. */
	String plaqueOfTheEnterprise() {
		this.visitor.signIn("ent5.liaison").open("/plaques");
		Locator plaque = this.visitor.page().locator("main a[href^='/plaques/DJGJ-']").first();
		String found = plaque.textContent();
		this.visitor.open("/plaques/" + found);
		assertThat(this.visitor.text("main")).contains("Demo Enterprise H");
		return found;
	}

}
