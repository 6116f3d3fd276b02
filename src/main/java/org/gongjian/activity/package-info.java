/**
 * Joint activities of pairings: register, calendar, shared resources with bookings, the
 * steps of their process and of the review of what is published.
 */
@ApplicationModule(allowedDependencies = { "pairing", "inbox", "approval", "form", "casefile", "organisation", "engine",
		"calendar", "identity", "web", "shared" })
package org.gongjian.activity;

import org.springframework.modulith.ApplicationModule;
