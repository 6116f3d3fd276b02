/** The archive: completed cases, how long they are kept and where their paper lies. */
@ApplicationModule(allowedDependencies = { "inbox", "form", "casefile", "organisation", "identity", "web", "shared" })
package org.gongjian.archive;

import org.springframework.modulith.ApplicationModule;
