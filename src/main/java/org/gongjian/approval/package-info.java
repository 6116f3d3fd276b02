/**
 * Decides, returns, withdraws: the operations on an approval and the rules of its nodes.
 */
@ApplicationModule(
		allowedDependencies = { "form", "casefile", "organisation", "engine", "calendar", "identity", "web", "shared" })
package org.gongjian.approval;

import org.springframework.modulith.ApplicationModule;
