/** What the public may see: whether a plaque is genuine, and the news. */
@ApplicationModule(allowedDependencies = { "plaque", "activity", "web", "shared" })
package org.gongjian.publicity;

import org.springframework.modulith.ApplicationModule;
