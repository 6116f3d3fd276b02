/**
 * Pairings between government and enterprise Party organisations: register, agreement,
 * steps of their process.
 */
@ApplicationModule(allowedDependencies = { "inbox", "approval", "form", "casefile", "organisation", "wording", "engine",
		"calendar", "identity", "web", "shared" })
package org.gongjian.pairing;

import org.springframework.modulith.ApplicationModule;
