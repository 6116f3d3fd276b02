/**
 * Party organisations, departments, persons, dated role assignments, deputies and
 * parameters; says who may act.
 */
@ApplicationModule(allowedDependencies = { "engine", "calendar", "identity", "web", "shared" })
package org.gongjian.organisation;

import org.springframework.modulith.ApplicationModule;
