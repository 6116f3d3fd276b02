package org.gongjian.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/**
 * Sessions that do not write down each request: that one was used is noted once a minute,
 * so that looking at pages costs the database no commit. A session may end that much
 * earlier than its time says.
 *
 * @param <S> how the sessions are kept
 */
final class RestingSessions<S extends Session> implements FindByIndexNameSessionRepository<RestingSessions.Resting<S>> {

	/** How long one is not written for its use alone. */
	static final Duration REST = Duration.ofMinutes(1);

	private final FindByIndexNameSessionRepository<S> kept;

	RestingSessions(FindByIndexNameSessionRepository<S> kept) {
		this.kept = kept;
	}

	@Override
	public Resting<S> createSession() {
		return new Resting<>(this.kept.createSession());
	}

	@Override
	public void save(Resting<S> session) {
		this.kept.save(session.session());
	}

	@Override
	public Resting<S> findById(String id) {
		S found = this.kept.findById(id);
		return (found == null) ? null : new Resting<>(found);
	}

	@Override
	public void deleteById(String id) {
		this.kept.deleteById(id);
	}

	@Override
	public Map<String, Resting<S>> findByIndexNameAndIndexValue(String name, String value) {
		Map<String, Resting<S>> found = new HashMap<>();
		this.kept.findByIndexNameAndIndexValue(name, value).forEach((id, one) -> found.put(id, new Resting<>(one)));
		return found;
	}

	/**
	 * A session that hears of its use once a minute.
	 *
	 * @param session as it is kept
	 * @param <S> how it is kept
	 */
	record Resting<S extends Session>(S session) implements Session {

		@Override
		public void setLastAccessedTime(Instant now) {
			if (Duration.between(this.session.getLastAccessedTime(), now).compareTo(REST) >= 0) {
				this.session.setLastAccessedTime(now);
			}
		}

		@Override
		public Instant getLastAccessedTime() {
			return this.session.getLastAccessedTime();
		}

		@Override
		public String getId() {
			return this.session.getId();
		}

		@Override
		public String changeSessionId() {
			return this.session.changeSessionId();
		}

		@Override
		public <T> T getAttribute(String name) {
			return this.session.getAttribute(name);
		}

		@Override
		public Set<String> getAttributeNames() {
			return this.session.getAttributeNames();
		}

		@Override
		public void setAttribute(String name, Object value) {
			this.session.setAttribute(name, value);
		}

		@Override
		public void removeAttribute(String name) {
			this.session.removeAttribute(name);
		}

		@Override
		public Instant getCreationTime() {
			return this.session.getCreationTime();
		}

		@Override
		public void setMaxInactiveInterval(Duration most) {
			this.session.setMaxInactiveInterval(most);
		}

		@Override
		public Duration getMaxInactiveInterval() {
			return this.session.getMaxInactiveInterval();
		}

		@Override
		public boolean isExpired() {
			return this.session.isExpired();
		}

	}

}
