/**
 * What the registers say together: figures with the rows behind them, and every register
 * and ledger to take away. Depends on the other rooms; none depends on it.
 */
@ApplicationModule(allowedDependencies = { "meeting", "plaque", "pairing", "inbox", "approval", "casefile",
		"organisation", "sla", "calendar", "identity", "web", "shared" })
package org.gongjian.insight;

import org.springframework.modulith.ApplicationModule;
