package org.gongjian.identity;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.gongjian.shared.GongjianProperties;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Who is signed in where. */
@Component
class Sessions {

	static final String SIGNED_IN_AT = "gongjian.signedInAt";

	static final String ADDRESS = "gongjian.address";

	static final String DEVICE = "gongjian.device";

	private final FindByIndexNameSessionRepository<? extends Session> repository;

	private final GongjianProperties properties;

	Sessions(FindByIndexNameSessionRepository<? extends Session> repository, GongjianProperties properties) {
		this.repository = repository;
		this.properties = properties;
	}

	/**
	 * A session as its owner sees it.
	 *
	 * @param id its id, never shown
	 * @param since when it began
	 * @param last when it was last used
	 * @param address the network address it began from
	 * @param device the browser as it names itself
	 * @param current whether it is the one that asks
	 */
	record Row(String id, Instant since, Instant last, String address, String device, boolean current) {

		/** A name for the page that cannot be used as a session. */
		public String handle() {
			return Hashes.of(this.id).substring(0, 16);
		}

	}

	List<Row> of(String username, String current) {
		return sessions(username).sorted(Comparator.comparing(Session::getLastAccessedTime).reversed())
			.map((session) -> new Row(session.getId(), session.getCreationTime(), session.getLastAccessedTime(),
					text(session, ADDRESS), text(session, DEVICE), session.getId().equals(current)))
			.toList();
	}

	void end(String username) {
		endOthers(username, null);
	}

	/** Ends all but one, as soon as the change that caused it is visible to all. */
	void endOthers(String username, String keep) {
		if (!TransactionSynchronizationManager.isSynchronizationActive()) {
			remove(username, keep);
			return;
		}
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCommit() {
				remove(username, keep);
			}
		});
	}

	void endOne(String username, String handle) {
		of(username, null).stream()
			.filter((row) -> row.handle().equals(handle))
			.forEach((row) -> this.repository.deleteById(row.id()));
	}

	/** Ends the oldest beyond what one person may have. */
	void endSurplus(String username, String current) {
		of(username, current).stream()
			.filter((row) -> !row.current())
			.skip(Math.max(0, this.properties.session().perPerson() - 1))
			.forEach((row) -> this.repository.deleteById(row.id()));
	}

	private void remove(String username, String keep) {
		sessions(username).map(Session::getId)
			.filter((id) -> !id.equals(keep))
			.toList()
			.forEach(this.repository::deleteById);
	}

	private Stream<? extends Session> sessions(String username) {
		return this.repository.findByPrincipalName(username).values().stream();
	}

	private static String text(Session session, String name) {
		String value = session.getAttribute(name);
		return (value == null) ? "" : value;
	}

}
