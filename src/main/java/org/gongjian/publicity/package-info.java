/** What the public may see: whether a plaque is genuine. */
@ApplicationModule(allowedDependencies = { "plaque", "web", "shared" })
package org.gongjian.publicity;

import org.springframework.modulith.ApplicationModule;
