package org.gongjian.browser;

import java.util.Locale;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@BrowserTest
class WithoutScriptsTests {

	@Test
	void aRequestIsMadeFoundAndDecided(House house) {
		Visitor visitor = house.visitorWithoutScripts(Locale.ENGLISH);
		PairingWalk walk = new PairingWalk(visitor, "G01", "gov2")
			.proposes("Both sides ask for it although one is paired.");
		visitor.signIn("ent5.secretary").openTask(walk.number());
		visitor.fill("_decision", "PROPOSE_CHANGES").fill("proposedChanges", "Begin a month later, please.");
		visitor.decide(null);
		visitor.signIn("gov2.liaison").openTask(walk.number());
		assertThat(visitor.text("main")).contains("Begin a month later, please.");
		visitor.open("/requests").open("/done").open("/copied").open("/cases/" + walk.number());
	}

}
