/** The words everyone speaks: who acts, bilingual texts, pages of lists, refusals. */
@ApplicationModule(allowedDependencies = {}, type = ApplicationModule.Type.OPEN)
package org.gongjian.shared;

import org.springframework.modulith.ApplicationModule;
