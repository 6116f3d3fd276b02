package org.gongjian.wording;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A text the house may word itself. What it says at first stands in the messages of this
 * room.
 */
public enum Wording {

	/** The clause on integrity and confidentiality. */
	AGREEMENT_INTEGRITY(Paper.AGREEMENT),

	/** The last sentence of an addendum. */
	ADDENDUM_CLOSING(Paper.ADDENDUM),

	/** The last sentence of the minutes of a meeting. */
	MINUTES_CLOSING(Paper.MINUTES),

	/** The first sentence of a reply to a problem. */
	REPLY_OPENING(Paper.REPLY, "registered", "title"),

	/** What is asked of the enterprise at the end of a reply. */
	REPLY_CLOSING(Paper.REPLY),

	/** Who sends replies and dispatches. */
	REPLY_SENDER(Paper.REPLY),

	/** What follows if a supervision notice is not heeded. */
	SUPERVISION_CLOSING(Paper.SUPERVISION),

	/** Who sends supervision notices. */
	SUPERVISION_SENDER(Paper.SUPERVISION),

	/** What a certificate awards. */
	CERTIFICATE_AWARD(Paper.CERTIFICATE, "plaque", "from", "to"),

	/** What a public notice of awards says first. */
	PUBLIC_NOTICE_OPENING(Paper.PUBLIC_NOTICE),

	/** What stands at the foot of an approval sheet. */
	SHEET_FOOT(Paper.SHEET, "printed"),

	/** The subject of a mail about a task. */
	MAIL_TASK(Paper.MAIL, "title", "number", "step"),

	/** The subject of a mail about a task that is due. */
	MAIL_REMINDER(Paper.MAIL, "title", "number", "step"),

	/** The subject of a mail about a task others left overdue. */
	MAIL_ESCALATED(Paper.MAIL, "title", "number", "step"),

	/** The subject of a mail that asks to hurry. */
	MAIL_URGED(Paper.MAIL, "title", "number", "step"),

	/** The subject of a mail about a case that was returned. */
	MAIL_RETURNED(Paper.MAIL, "title", "number", "step"),

	/** The subject of a mail about a case that has ended. */
	MAIL_ENDED(Paper.MAIL, "title", "number", "step"),

	/** The subject of a mail about a comment. */
	MAIL_COMMENT(Paper.MAIL, "title", "number", "step"),

	/** The subject of a mail about a copy of a case. */
	MAIL_COPY(Paper.MAIL, "title", "number", "step"),

	/** The subject of a mail about being mentioned. */
	MAIL_MENTION(Paper.MAIL, "title", "number", "step"),

	/** The subject of a mail about a form to help with. */
	MAIL_EDIT(Paper.MAIL, "title", "number", "step"),

	/** The subject of a mail that tells several things. */
	MAIL_SEVERAL(Paper.MAIL, "count"),

	/** What stands at the foot of every mail. */
	MAIL_FOOT(Paper.MAIL, "address");

	private final Paper paper;

	private final List<String> places;

	Wording(Paper paper, String... places) {
		this.paper = paper;
		this.places = List.of(places);
	}

	/** What it stands on. */
	public Paper paper() {
		return this.paper;
	}

	/**
	 * What is filled in when it is said: {@code title} where it says
	 * <code>{title}</code>.
	 */
	public List<String> places() {
		return this.places;
	}

	/** Whether it is one line. */
	public boolean line() {
		return this.paper == Paper.MAIL && this != MAIL_FOOT || name().endsWith("_SENDER");
	}

	/** As it stands in addresses and messages: {@code reply-opening}. */
	public String key() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** The one of a key. */
	public static Optional<Wording> of(String key) {
		return Stream.of(values()).filter((one) -> one.key().equals(key)).findFirst();
	}

	/** What a text stands on. */
	public enum Paper {

		/** 共建协议书. */
		AGREEMENT,

		/** 补充协议. */
		ADDENDUM,

		/** 会议纪要. */
		MINUTES,

		/** 答复函. */
		REPLY,

		/** 督办单. */
		SUPERVISION,

		/** 授牌证书. */
		CERTIFICATE,

		/** 公示. */
		PUBLIC_NOTICE,

		/** 审批单. */
		SHEET,

		/** Mails. */
		MAIL;

		/**
		 * Whether its reader gets it in the language they read: both are needed. Else it
		 * is a Chinese paper, with the English in small print beneath if there is one.
		 */
		public boolean byReader() {
			return this == PUBLIC_NOTICE || this == SHEET || this == MAIL;
		}

	}

}
