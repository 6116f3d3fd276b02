/**
 * Running cases for those who keep them running: where they stand, what failed, what is
 * stuck; moves tokens, hands tasks over, and gives out the audit package of a case.
 */
@ApplicationModule(allowedDependencies = { "inbox", "approval", "casefile", "form", "organisation", "engine",
		"identity", "web", "shared" })
package org.gongjian.operations;

import org.springframework.modulith.ApplicationModule;
