/**
 * Accounts, login, sessions, personal tokens, preferences and the journal of
 * administrative changes.
 */
@ApplicationModule(allowedDependencies = { "web", "shared" })
package org.gongjian.identity;

import org.springframework.modulith.ApplicationModule;
