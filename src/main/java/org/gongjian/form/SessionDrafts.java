package org.gongjian.form;

import java.util.Map;
import java.util.Optional;

import org.gongjian.shared.InvalidInput;

/** Keeps what somebody types into a form as a draft: one's own, or that of several. */
final class SessionDrafts {

	private final Drafts drafts;

	private final FormFiles files;

	SessionDrafts(Drafts drafts, FormFiles files) {
		this.drafts = drafts;
		this.files = files;
	}

	void save(FormSession session, boolean onlyIfNewest) {
		FormContext context = session.context();
		Map<String, Object> data = session.typed().all();
		data.putAll(session.answer().kept());
		String comment = session.answer().comment();
		try {
			Optional<Draft> kept = onlyIfNewest ? this.drafts.save(context, data, comment, session.draftVersion())
					: Optional.of(this.drafts.save(context, data, comment));
			kept.ifPresentOrElse((draft) -> session.draft(draft.version(), draft.updatedAt(), false),
					session::conflict);
			this.files.keep(session);
		}
		catch (InvalidInput refused) {
			refused.violations().forEach(session::wrong);
		}
	}

	/** Over one's own draft, but not over what somebody else wrote meanwhile. */
	void keep(FormSession session) {
		if (!behind(session)) {
			save(session, session.context().shared());
		}
	}

	/** Without being asked: over nothing that the page was not made from. */
	void keepByItself(FormSession session) {
		if (!behind(session)) {
			save(session, true);
		}
	}

	/** Whether the draft of several has changed since the page was made. */
	boolean behind(FormSession session) {
		Optional<Draft> newest = session.context().shared() ? this.drafts.find(session.context()) : Optional.empty();
		boolean behind = newest.isPresent() && newest.get().version() != session.draftVersion();
		if (behind) {
			session.conflict();
			session.draftBy(newest.get().editedBy());
			session.draft(newest.get().version(), newest.get().updatedAt(), false);
		}
		return behind;
	}

}
