/**
 * Tells people, mail servers and other programs what happened; it listens and is called
 * by nobody.
 */
@ApplicationModule(
		allowedDependencies = { "approval", "casefile", "organisation", "wording", "identity", "web", "shared" })
package org.gongjian.notification;

import org.springframework.modulith.ApplicationModule;
