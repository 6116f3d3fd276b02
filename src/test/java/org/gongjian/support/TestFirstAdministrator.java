package org.gongjian.support;

import org.gongjian.identity.FirstAdministrator;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Fallback;

/** Stands in for the room that knows roles, where it is not part of the house. */
@TestComponent
@Fallback
class TestFirstAdministrator implements FirstAdministrator {

	private final TestActors actors;

	TestFirstAdministrator(TestActors actors) {
		this.actors = actors;
	}

	@Override
	public void appoint(String username, String name) {
		this.actors.give(username, "sys-admin");
	}

}
