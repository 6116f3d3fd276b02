package org.gongjian.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.gongjian.shared.GongjianProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Hands mails to the mail server of {@code spring.mail.*}. */
@Component
class MailChannel implements Channel {

	static final String NAME = "MAIL";

	private final ObjectProvider<JavaMailSender> sender;

	private final String from;

	MailChannel(ObjectProvider<JavaMailSender> sender, GongjianProperties properties) {
		this.sender = sender;
		this.from = properties.outbox().mailFrom();
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public boolean works() {
		return this.sender.getIfAvailable() != null;
	}

	@Override
	public void deliver(Parcel parcel) throws Undeliverable {
		try {
			this.sender.getObject().send(message(parcel));
		}
		catch (MailSendException refused) {
			String problem = problem(refused);
			throw isForGood(refused) ? Undeliverable.ever(problem) : Undeliverable.now(problem);
		}
		catch (MailParseException | MessagingException unwritable) {
			throw Undeliverable.ever(unwritable.getMessage());
		}
		catch (MailException fault) {
			throw Undeliverable.now(fault.getMessage());
		}
	}

	private MimeMessage message(Parcel parcel) throws MessagingException {
		Letter letter = Letter.read(parcel.content());
		var message = new Numbered("<" + parcel.id() + "@gongjian>");
		var helper = new MimeMessageHelper(message, true, UTF_8.name());
		helper.setFrom(this.from);
		helper.setTo(letter.to());
		helper.setSubject(letter.subject());
		helper.setText(letter.text(), letter.html());
		message.setHeader("Auto-Submitted", "auto-generated");
		return message;
	}

	private static String problem(MailSendException refused) {
		return refused.getMessageExceptions().length == 0 ? refused.getMessage()
				: refused.getMessageExceptions()[0].getMessage();
	}

	/** The server does not know the address: no later try will change that. */
	private static boolean isForGood(MailSendException refused) {
		for (Exception one : refused.getMessageExceptions()) {
			if (one instanceof SendFailedException failed && failed.getInvalidAddresses() != null
					&& failed.getInvalidAddresses().length > 0) {
				return true;
			}
		}
		return false;
	}

	/**
	 * A message that keeps its id however often it is sent: whoever gets it twice knows.
	 */
	private static final class Numbered extends MimeMessage {

		private final String id;

		Numbered(String id) {
			super((Session) null);
			this.id = id;
		}

		@Override
		protected void updateMessageID() throws MessagingException {
			setHeader("Message-ID", this.id);
		}

	}

}
