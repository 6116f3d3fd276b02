/** Drafts of diagrams: check, compare, release by a second person, versions. */
@ApplicationModule(
		allowedDependencies = { "approval", "casefile", "form", "organisation", "engine", "identity", "web", "shared" })
package org.gongjian.studio;

import org.springframework.modulith.ApplicationModule;
