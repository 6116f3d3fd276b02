package org.gongjian.identity;

import java.util.Base64;

import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * bcrypt of a digest, so that every character of a long password counts: bcrypt alone
 * ends at 72 bytes.
 */
class WholePasswordEncoder implements PasswordEncoder {

	private final BCryptPasswordEncoder bcrypt;

	WholePasswordEncoder(int strength) {
		this.bcrypt = new BCryptPasswordEncoder(strength);
	}

	@Override
	public String encode(CharSequence password) {
		return this.bcrypt.encode(digest(password));
	}

	@Override
	public boolean matches(CharSequence password, String hash) {
		return this.bcrypt.matches(digest(password), hash);
	}

	private static String digest(CharSequence password) {
		return Base64.getEncoder().encodeToString(Hashes.digest("SHA-384", password.toString()));
	}

}
