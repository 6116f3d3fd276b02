package org.gongjian.pairing;

import java.time.LocalDate;
import java.util.List;

import org.gongjian.support.HouseTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of a pairing once it is in force. */
@HouseTest
@RecordApplicationEvents
class PairingLifeTests {

	private static PairingHouse house;

	@Autowired
	private AutowireCapableBeanFactory beans;

	@Autowired
	private TermWatch terms;

	@Autowired
	private ApplicationEvents events;

	private PairingStory story;

	private Pairings pairings;

	@BeforeEach
	void aTown() {
		if (house == null) {
			house = this.beans.createBean(PairingHouse.class);
		}
		this.story = house.story;
		this.pairings = house.pairings;
	}

	@AfterAll
	static void theTownIsLeft() {
		house.town.leave();
		house = null;
	}

	@Test
	void nearItsEndItIsExpiringAndAfterItsLastDayItHasExpiredOnce() {
		String number = this.story.inForce("PG1", house.enterprise(30));
		LocalDate today = this.story.today();
		term(number, today.plusDays(30));
		this.terms.look();
		assertThat(house.row(number).status()).isEqualTo(PairingStatus.EXPIRING);
		term(number, today);
		this.terms.look();
		assertThat(house.row(number).status()).as("on its last day").isEqualTo(PairingStatus.EXPIRING);
		term(number, today.minusDays(1));
		this.terms.look();
		this.terms.look();
		Pairing over = house.row(number);
		assertThat(over.status()).isEqualTo(PairingStatus.EXPIRED);
		assertThat(over.endedOn()).isEqualTo(today.minusDays(1));
		assertThat(this.pairings.items(over)).extracting(ListItem::status).containsOnly(ListItem.Status.DROPPED);
		assertThat(ended(over))
			.containsExactly(new PairingEnded(over.number(), "PG1", "PE30", PairingEnded.Reason.EXPIRY, List.of()));
	}

	private List<PairingEnded> ended(Pairing pairing) {
		return this.events.stream(PairingEnded.class)
			.filter((event) -> event.number().equals(pairing.number()))
			.toList();
	}

	private static void term(String number, LocalDate end) {
		house.jdbc.sql("update pairing set term_end = :end where case_number = :case")
			.param("end", end)
			.param("case", number)
			.update();
	}

}
