package org.gongjian.demo;

import java.io.PrintStream;

import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Says on the console where to open the demonstration and with which accounts. */
@Component
@Profile("demo")
class DemoConsole {

	private final ApplicationContext context;

	DemoConsole(ApplicationContext context) {
		this.context = context;
	}

	/**
	 * Prints it.
	 * @param password the password of all accounts, or {@code null} when it was said at
	 * the first start
	 */
	void welcome(JsonNode data, String password) {
		PrintStream out = System.out;
		out.println();
		out.println("  共建 Gongjian, with demo data (演示数据)");
		out.println("  Open     " + address());
		out.println("  Password " + ((password != null) ? password + "  (the same for every account below)"
				: "as printed at the first start; set gongjian.demo.password to change it"));
		out.println();
		data.get("fictional")
			.get("accounts")
			.forEach((node) -> out.printf("    %-16s %-14s %-4s %s%n", text(node, "username"), text(node, "role"),
					text(node, "org"), text(node, "display")));
		out.println();
		out.flush();
	}

	private String address() {
		boolean listening = this.context instanceof ServletWebServerApplicationContext web
				&& web.getWebServer() != null;
		return "http://localhost:"
				+ (listening ? ((ServletWebServerApplicationContext) this.context).getWebServer().getPort() : 8080);
	}

	private static String text(JsonNode node, String name) {
		return node.get(name).asString();
	}

}
