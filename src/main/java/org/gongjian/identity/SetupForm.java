package org.gongjian.identity;

/** What is filled in on the page behind a set-up link. */
record SetupForm(String token, String username, String displayName, String password, String again) {

	SetupForm {
		token = (token == null) ? "" : token;
		username = (username == null) ? "" : username.strip();
		displayName = (displayName == null) ? "" : displayName.strip();
		password = (password == null) ? "" : password;
		again = (again == null) ? "" : again;
	}

}
