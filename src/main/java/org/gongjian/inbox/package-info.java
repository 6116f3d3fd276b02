/** Read model of open tasks, its views, and the pages of a task and of a case. */
@ApplicationModule(allowedDependencies = { "approval", "form", "casefile", "organisation", "wording", "engine",
		"calendar", "identity", "web", "shared" })
package org.gongjian.inbox;

import org.springframework.modulith.ApplicationModule;
