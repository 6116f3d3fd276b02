package org.gongjian;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

	@Test
	void roomsUseOnlyWhatIsDrawn() {
		ApplicationModules.of(Gongjian.class).verify();
	}

}
