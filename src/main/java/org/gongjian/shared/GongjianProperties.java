package org.gongjian.shared;

import java.nio.file.Path;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the house.
 *
 * @param home folder of everything that is kept: the H2 database and the attachments
 * @param publicUrl address under which people reach the house, for links and QR codes;
 * empty means http://localhost and the port
 * @param undo how long after a decision a page offers to undo it; zero never
 * @param session how long and how often one may be signed in
 * @param login how wrong passwords are slowed down
 * @param limits how often one may ask
 * @param outbox what leaves the house: mail and messages to other programs
 * @param office when people are at work
 * @param demo the demo profile
 */
@ConfigurationProperties("gongjian")
public record GongjianProperties(@DefaultValue("./data") Path home, @DefaultValue("") String publicUrl,
		@DefaultValue("30s") Duration undo, @DefaultValue Session session, @DefaultValue Login login,
		@DefaultValue Limits limits, @DefaultValue Outbox outbox, @DefaultValue Office office,
		@DefaultValue Demo demo) {

	/**
	 * How long and how often one may be signed in.
	 *
	 * @param absolute time after which one signs in again, however busy
	 * @param perPerson sessions one person may have at once; the oldest ends
	 * @param rightsCache how long rights may be remembered between two requests
	 */
	public record Session(@DefaultValue("12h") Duration absolute, @DefaultValue("20") int perPerson,
			@DefaultValue("2s") Duration rightsCache) {
	}

	/**
	 * How wrong passwords are slowed down.
	 *
	 * @param failures wrong passwords after which an account is locked for a while
	 * @param shortestLock length of the first lock; it doubles with every further failure
	 * @param longestLock length that no lock exceeds
	 * @param forget time after which earlier failures no longer count
	 * @param failuresPerAddress wrong passwords per minute from one network address
	 * @param linkValid how long a set-up link can be used
	 */
	public record Login(@DefaultValue("10") int failures, @DefaultValue("1m") Duration shortestLock,
			@DefaultValue("15m") Duration longestLock, @DefaultValue("12h") Duration forget,
			@DefaultValue("20") int failuresPerAddress, @DefaultValue("24h") Duration linkValid) {
	}

	/**
	 * How often one may ask, per person and minute.
	 *
	 * @param searches searches
	 * @param exports exports and generated files
	 * @param uploads requests with files
	 * @param apiWrites writing calls of the API
	 * @param verifications public look-ups of a plaque, per network address
	 */
	public record Limits(@DefaultValue("300") int searches, @DefaultValue("30") int exports,
			@DefaultValue("25") int uploads, @DefaultValue("6000") int apiWrites,
			@DefaultValue("60") int verifications) {
	}

	/**
	 * What leaves the house. Mail goes out where {@code spring.mail.host} is set.
	 *
	 * @param every how often to look for what is due on another node or failed before;
	 * zero sends nothing
	 * @param mailFrom the sender of mails
	 * @param webhooksInside whether webhooks may use http and addresses inside the own
	 * network
	 */
	public record Outbox(@DefaultValue("15s") Duration every, @DefaultValue("gongjian@localhost") String mailFrom,
			@DefaultValue("false") boolean webhooksInside) {
	}

	/**
	 * When people are at work.
	 *
	 * @param summer first and last day of the summer office hours, {@code 05-01/09-30};
	 * empty means the same hours all year
	 */
	public record Office(@DefaultValue("") String summer) {
	}

	/**
	 * The demo profile.
	 *
	 * @param password password of the demo accounts; empty means one is made up at the
	 * first start
	 */
	public record Demo(@DefaultValue("") String password) {
	}

}
