/**
 * Joint and scheduling meetings: agendas, invitations, minutes, decisions that go back to
 * their cases, and what is to be done after them.
 */
@ApplicationModule(allowedDependencies = { "pairing", "inbox", "approval", "form", "casefile", "organisation",
		"wording", "engine", "calendar", "identity", "web", "shared" })
package org.gongjian.meeting;

import org.springframework.modulith.ApplicationModule;
