/** Problems of enterprises: register, the steps of their process, knowledge base. */
@ApplicationModule(allowedDependencies = { "meeting", "pairing", "sla", "inbox", "approval", "form", "casefile",
		"organisation", "wording", "engine", "calendar", "identity", "web", "shared" })
package org.gongjian.problem;

import org.springframework.modulith.ApplicationModule;
