/**
 * The texts of papers and mails that the house may word itself, in both languages, with
 * every version they had.
 */
@ApplicationModule(allowedDependencies = { "identity", "web", "shared" })
package org.gongjian.wording;

import org.springframework.modulith.ApplicationModule;
