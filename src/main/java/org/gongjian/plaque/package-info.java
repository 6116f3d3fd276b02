/** Plaques: batches, numbers, hand-over, ledger and the steps of their process. */
@ApplicationModule(allowedDependencies = { "pairing", "inbox", "approval", "form", "casefile", "organisation",
		"wording", "engine", "calendar", "identity", "web", "shared" })
package org.gongjian.plaque;

import org.springframework.modulith.ApplicationModule;
