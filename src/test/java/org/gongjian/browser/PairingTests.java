package org.gongjian.browser;

import java.util.Locale;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@BrowserTest
class PairingTests {

	@Test
	void aPairingComesIntoForceAndItsPlaquesHang(House house) {
		Visitor visitor = house.visitor(Locale.ENGLISH);
		PairingWalk walk = new PairingWalk(visitor, "G02", "gov").proposes(null)
			.theOtherSideConfirms()
			.bothBranchesResolve()
			.theAgreementIsDrafted()
			.disciplineChecks("discipline")
			.theOfficerReviews()
			.theHeadReviews()
			.theLeaderApproves()
			.bothSign()
			.isArchived();
		walk.seenByTheInitiator();
		assertThat(visitor.text("main")).contains("in force");
		visitor.open("/pairings").open("/pairings/matrix");
		PlaqueWalk plaques = new PlaqueWalk(visitor).aCeremonyIsPlanned()
			.theBatchIsProposed()
			.itIsPrepared()
			.itIsChecked()
			.itIsApproved()
			.thePlaquesAreMade()
			.theCeremonyIsHeld()
			.bothReceiveAndHangTheirs();
		Visitor stranger = house.visitor(Locale.SIMPLIFIED_CHINESE);
		stranger.open("/verify/" + plaques.plaqueOfTheEnterprise());
		assertThat(stranger.text("main")).contains("有效");
	}

	/** F04 has as many pairings as are allowed, so the committee decides. */
	@Test
	void aPairingBeyondTheQuotaNeedsTheCommittee(House house) {
		Visitor visitor = house.visitor(Locale.SIMPLIFIED_CHINESE);
		PairingWalk walk = new PairingWalk(visitor, "F04", "gov3").proposes("超出数量上限,但双方业务确有需要,请党工委研究决定。")
			.theOtherSideConfirms()
			.bothBranchesResolve()
			.theAgreementIsDrafted()
			.disciplineChecks("discipline")
			.theOfficerReviews()
			.theHeadReviews()
			.theCommitteeApproves()
			.bothSign()
			.isArchived();
		walk.seenByTheInitiator();
		assertThat(visitor.text("main")).contains("生效");
	}

}
