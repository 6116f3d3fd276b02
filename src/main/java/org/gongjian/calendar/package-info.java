/** Working days of the State Council's calendar, and durations counted in them. */
@ApplicationModule(allowedDependencies = { "engine", "web", "shared" })
package org.gongjian.calendar;

import org.springframework.modulith.ApplicationModule;
