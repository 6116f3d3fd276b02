/** Demo data and the movable clock, in the demo profile only. */
@ApplicationModule(allowedDependencies = { "api", "plaque", "activity", "pairing", "inbox", "approval", "form",
		"casefile", "organisation", "engine", "calendar", "identity", "web", "shared" })
package org.gongjian.demo;

import org.springframework.modulith.ApplicationModule;
