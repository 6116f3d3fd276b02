package org.gongjian.pairing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongjian.casefile.Attachments;
import org.gongjian.casefile.CaseValues;
import org.gongjian.casefile.Cases;
import org.gongjian.casefile.Numbers;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;

class NumberingTests {

	private final PairingTable table = mock(PairingTable.class);

	private final AgreementTable agreements = mock(AgreementTable.class);

	private final Numbers numbers = mock(Numbers.class);

	private final AgreementPaper paper = mock(AgreementPaper.class);

	private final Numbering numbering = new Numbering(this.table, this.agreements, this.numbers, this.paper,
			mock(Attachments.class), mock(Cases.class),
			Clock.fixed(Instant.parse("2026-12-01T02:00:00Z"), ZoneOffset.UTC));

	@Test
	void whenTheTextCannotBeWrittenNothingIsKeptAndTheNumbersAreVoided() {
		given(this.numbers.next("JD", 3)).willReturn("JD-2026-001");
		given(this.numbers.next("XY", 3)).willReturn("XY-2026-001");
		given(this.paper.write(any(), any(), anyString(), any())).willThrow(new IllegalStateException("no font"));
		assertThat(this.numbering.register(pairing(null), new CaseValues(Map.of()), "step-register")).isFalse();
		then(this.numbers).should().voided("JD-2026-001", "numbering failed");
		then(this.numbers).should().voided("XY-2026-001-01", "numbering failed");
		then(this.table).should(never()).approve(any(), any(), any(Boolean.class), any(Boolean.class), any());
	}

	@Test
	void numbersThatWereNeverAllocatedAreNotVoided() {
		given(this.agreements.of(any())).willReturn(List.of());
		this.numbering.voidNumbers(pairing(null), "because");
		then(this.numbers).should(never()).voided(any(), any());
	}

	private static Pairing pairing(String number) {
		return new Pairing(UUID.randomUUID(), number, "PA-1", "P", "G1", "E1", PairingStatus.UNDER_REVIEW, List.of(),
				LocalDate.of(2026, 12, 1), LocalDate.of(2027, 11, 30), null, null, 2, 1, true, false, false,
				Instant.EPOCH, null, null, null, null, null, null);
	}

}
