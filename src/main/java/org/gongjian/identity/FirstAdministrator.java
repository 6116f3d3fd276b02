package org.gongjian.identity;

/**
 * Makes somebody the first system administrator; implemented by the room that knows
 * roles.
 */
public interface FirstAdministrator {

	/**
	 * Gives the role.
	 * @param username the account, made a moment ago in the same transaction
	 * @param name the person's name
	 */
	void appoint(String username, String name);

}
