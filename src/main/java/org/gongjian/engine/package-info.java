/**
 * The only room that knows the process engine: configuration, guard, ports and the
 * interfaces other rooms implement.
 */
@ApplicationModule(allowedDependencies = { "shared" })
package org.gongjian.engine;

import org.springframework.modulith.ApplicationModule;
