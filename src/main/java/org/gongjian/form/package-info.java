/**
 * Forms defined beside a diagram: reading, rendering, binding, checking, drafts and field
 * rights.
 */
@ApplicationModule(
		allowedDependencies = { "casefile", "organisation", "engine", "calendar", "identity", "web", "shared" })
package org.gongjian.form;

import org.springframework.modulith.ApplicationModule;
