package org.gongjian.engine.picture;

import java.util.Map;

/**
 * The signs of the notation, drawn by us: events for a square of 36, tasks of 20, markers
 * of 14.
 */
final class Icons {

	static final Map<String, String> EVENTS = Map.ofEntries(Map.entry("message", "M9 12H27V25H9ZM9 12L18 19.5L27 12"),
			Map.entry("timer", "M18 8A10 10 0 1 1 17.99 8ZM18 11V18L23 20M18 8V10M18 26V28M8 18H10M26 18H28"),
			Map.entry("error", "M10 26L14.5 10L20.5 20L26 10L21.5 26L15.5 16.5Z"),
			Map.entry("escalation", "M18 9L25 26L18 19L11 26Z"),
			Map.entry("compensate", "M17.5 11V25L9 18ZM26 11V25L17.5 18Z"), Map.entry("signal", "M18 9L27 24.5H9Z"),
			Map.entry("conditional", "M12 9H24V27H12ZM14 13H22M14 16.3H22M14 19.6H22M14 23H22"),
			Map.entry("link", "M9 15.5H19V11L27 18L19 25V20.5H9Z"),
			Map.entry("cancel",
					"M11.5 9L18 15.5L24.5 9L27 11.5L20.5 18L27 24.5L24.5 27L18 20.5L11.5 27L9 24.5L15.5 18L9 11.5Z"),
			Map.entry("terminate", "M18 9A9 9 0 1 1 17.99 9Z"),
			Map.entry("multiple", "M18 8.5L27.5 15.5L24 26.5H12L8.5 15.5Z"),
			Map.entry("parallelMultiple", "M16 9H20V16H27V20H20V27H16V20H9V16H16Z"));

	static final Map<String, String> TASKS = Map.of("userTask",
			"M10 2A4 4 0 1 1 9.99 2ZM2.5 18V15.5Q2.5 11 7 10.5H13Q17.5 11 17.5 15.5V18Z", "serviceTask",
			"M10 6.6A3.4 3.4 0 1 1 9.99 6.6ZM8.6 1H11.4L11.9 3.4L13.6 4.1L15.7 2.8L17.6 4.7L16.3 6.8L17 8.5L19.4 9V11.7"
					+ "L17 12.2L16.3 13.9L17.6 16L15.7 17.9L13.6 16.6L11.9 17.3L11.4 19.7H8.6L8.1 17.3L6.4 16.6L4.3 17.9"
					+ "L2.4 16L3.7 13.9L3 12.2L.6 11.7V9L3 8.5L3.7 6.8L2.4 4.7L4.3 2.8L6.4 4.1L8.1 3.4Z",
			"businessRuleTask", "M1 3H19V17H1ZM1 7.5H19M7 7.5V17M1 12.2H19", "sendTask", "M1 4H19V16H1ZM1 4L10 11L19 4",
			"receiveTask", "M1 4H19V16H1ZM1 4L10 11L19 4", "manualTask",
			"M2 9Q5 5 9 3Q11 3 10 5L8 7H17Q18.5 8 17 9H11M17 9Q19 10.5 17 11.5H12M16.5 11.5Q18 13 16 14H12M15.5 14Q16.5 16 14.5 16.5H6Q3 16 2 14Z",
			"scriptTask", "M6 2H18Q13 6 16 10Q18 14 14 18H2Q7 14 4 10Q2 6 6 2ZM7 6H12M7 10H13M7 14H12");

	static final Map<String, String> MARKERS = Map.of("parallel", "M3 1V13M7 1V13M11 1V13", "sequential",
			"M1 3H13M1 7H13M1 11H13", "loop", "M4 12.5A6 6 0 1 1 9 12.7M4 12.5V8.5M4 12.5H.5", "compensation",
			"M7 2V12L1 7ZM13 2V12L7 7Z", "collapsed", "M.5 .5H13.5V13.5H.5ZM7 3V11M3 7H11", "adhoc",
			"M1 9Q3.5 3 7 7T13 5");

	static final Map<String, String> GATEWAYS = Map.of("exclusiveGateway",
			"M17 15H20L25 22L30 15H33L26.7 25L33 35H30L25 28L20 35H17L23.3 25Z", "parallelGateway",
			"M23 12H27V23H38V27H27V38H23V27H12V23H23Z", "complexGateway",
			"M23.5 12H26.5V22L33.5 15L35.5 17L28.5 23.5H38V26.5H28.5L35.5 33L33.5 35L26.5 28V38H23.5V28L16.5 35L14.5 33"
					+ "L21.5 26.5H12V23.5H21.5L14.5 17L16.5 15L23.5 22Z");

	static final String PASSED = "M2 7.5L5.5 11L12 3.5";

	static final String CURRENT = "M4 2.5L11.5 7L4 11.5Z";

	private Icons() {
	}

}
