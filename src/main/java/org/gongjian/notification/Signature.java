package org.gongjian.notification;

import java.security.GeneralSecurityException;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Signs messages to other programs.
 *
 * @see <a href="https://www.standardwebhooks.com">Standard Webhooks 1.0.0</a>
 */
final class Signature {

	static final String PREFIX = "whsec_";

	private Signature() {
	}

	/**
	 * The value of the header {@code webhook-signature}.
	 * @param secret the key, {@code whsec_} and Base64
	 * @param id the message's id
	 * @param seconds when it is sent, seconds since 1970
	 */
	static String of(String secret, String id, long seconds, String body) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(PREFIX.length())), "HmacSHA256"));
			byte[] signed = mac.doFinal((id + "." + seconds + "." + body).getBytes(UTF_8));
			return "v1," + Base64.getEncoder().encodeToString(signed);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
