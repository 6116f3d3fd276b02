package org.gongjian;

import org.gongjian.support.HouseTest;
import org.junit.jupiter.api.Test;

@HouseTest
class HouseTests {

	@Test
	void theHouseStarts() {
	}

}
