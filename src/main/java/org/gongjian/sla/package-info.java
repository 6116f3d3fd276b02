/**
 * Clocks that say until when something is owed: in working days or hours, with pauses,
 * extensions and warnings; and who is on duty when the office is closed.
 */
@ApplicationModule(allowedDependencies = { "calendar", "identity", "web", "shared" })
package org.gongjian.sla;

import org.springframework.modulith.ApplicationModule;
