/** Layout, form fragments, error pages, locale and security headers of the pages. */
@ApplicationModule(allowedDependencies = { "shared" })
package org.gongjian.web;

import org.springframework.modulith.ApplicationModule;
