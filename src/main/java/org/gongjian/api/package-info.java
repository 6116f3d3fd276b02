/** The face for programs, /api/v1. */
@ApplicationModule(allowedDependencies = { "studio", "plaque", "activity", "pairing", "inbox", "approval", "form",
		"casefile", "organisation", "engine", "calendar", "identity", "web", "shared" })
package org.gongjian.api;

import org.springframework.modulith.ApplicationModule;
