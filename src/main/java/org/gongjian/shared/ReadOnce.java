package org.gongjian.shared;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Reads a thing once while one page is asked for. Several rooms need the same row for one
 * page; each asks its own table, and the database is asked the first time only. It holds
 * for requests that only read (GET, HEAD) and for looks ({@link #look}), and ends with
 * them: whatever changes something always reads afresh.
 */
public final class ReadOnce {

	private static final String NAME = ReadOnce.class.getName();

	/** A long export must not keep all it has read. */
	private static final int MOST = 500;

	private static final ThreadLocal<Map<Key, Object>> LOOK = new ThreadLocal<>();

	private ReadOnce() {
	}

	/** Whether what is read now is remembered. */
	public static boolean reading() {
		return LOOK.get() != null
				|| RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
						&& (attributes.getRequest().getMethod().equals("GET")
								|| attributes.getRequest().getMethod().equals("HEAD"));
	}

	/**
	 * Looks at something within a request that will change something later, or without
	 * any. A look within another, or within a request that only reads, is part of that.
	 * @param look what only reads
	 */
	public static <T> T look(Supplier<T> look) {
		if (reading()) {
			return look.get();
		}
		LOOK.set(new HashMap<>());
		try {
			return look.get();
		}
		finally {
			LOOK.remove();
		}
	}

	/**
	 * What was read before, or is read now.
	 * @param owner who keeps it
	 * @param key which of its things
	 */
	@SuppressWarnings("unchecked")
	public static <T> T of(Class<?> owner, Object key, Supplier<T> read) {
		if (!reading()) {
			return read.get();
		}
		Map<Key, Object> known = (LOOK.get() != null) ? LOOK.get() : ofRequest();
		Key asked = new Key(owner, key);
		if (known.containsKey(asked)) {
			return (T) known.get(asked);
		}
		T value = read.get();
		if (known.size() < MOST) {
			known.put(asked, value);
		}
		return value;
	}

	/** Forgets what was read, because it has just been changed all the same. */
	public static void forget(Class<?> owner, Object key) {
		if (reading()) {
			((LOOK.get() != null) ? LOOK.get() : ofRequest()).remove(new Key(owner, key));
		}
	}

	@SuppressWarnings("unchecked")
	private static Map<Key, Object> ofRequest() {
		RequestAttributes request = RequestContextHolder.currentRequestAttributes();
		Map<Key, Object> known = (Map<Key, Object>) request.getAttribute(NAME, RequestAttributes.SCOPE_REQUEST);
		if (known == null) {
			known = new HashMap<>();
			request.setAttribute(NAME, known, RequestAttributes.SCOPE_REQUEST);
		}
		return known;
	}

	private record Key(Class<?> owner, Object key) {
	}

}
