package org.gongjian.web;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.SessionFlashMapManager;

/**
 * Keeps the messages for the next page in the session, the newest only: whoever sends
 * forms and never follows the redirect would make the session longer with each.
 */
final class FewFlashes extends SessionFlashMapManager {

	private static final int KEPT = 5;

	@Override
	protected void updateFlashMaps(List<FlashMap> flashes, HttpServletRequest request, HttpServletResponse response) {
		int gone = Math.max(0, flashes.size() - KEPT);
		super.updateFlashMaps((gone == 0) ? flashes : new CopyOnWriteArrayList<>(flashes.subList(gone, flashes.size())),
				request, response);
	}

}
