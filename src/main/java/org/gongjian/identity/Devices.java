package org.gongjian.identity;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a browser calls itself, in three words. */
final class Devices {

	private static final Map<String, String> BROWSERS = new LinkedHashMap<>();

	private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

	static {
		BROWSERS.put("MicroMessenger/", "WeChat");
		BROWSERS.put("Edg", "Edge");
		BROWSERS.put("OPR/", "Opera");
		BROWSERS.put("Firefox/", "Firefox");
		BROWSERS.put("Chrome/", "Chrome");
		BROWSERS.put("Safari/", "Safari");
		SYSTEMS.put("HarmonyOS", "HarmonyOS");
		SYSTEMS.put("Android", "Android");
		SYSTEMS.put("iPhone", "iPhone");
		SYSTEMS.put("iPad", "iPad");
		SYSTEMS.put("Windows", "Windows");
		SYSTEMS.put("Mac OS", "macOS");
		SYSTEMS.put("Linux", "Linux");
	}

	private Devices() {
	}

	/** A short name, or as much as fits of what the browser sent. */
	static String name(String agent) {
		String line = Lines.of(agent, 200);
		String browser = first(BROWSERS, line);
		String system = first(SYSTEMS, line);
		return browser.isEmpty() ? Lines.of(line, 60) : (browser + " · " + system).replaceAll(" · $", "");
	}

	private static String first(Map<String, String> names, String line) {
		return names.entrySet()
			.stream()
			.filter((name) -> line.contains(name.getKey()))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElse("");
	}

}
