package org.gongjian.identity;

import org.gongjian.shared.GongjianProperties;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The address people reach the house under: a setting, never what a request claims. */
@Component
public class HouseAddress {

	private final GongjianProperties properties;

	private final Environment environment;

	HouseAddress(GongjianProperties properties, Environment environment) {
		this.properties = properties;
		this.environment = environment;
	}

	/** The whole address of a path that begins with a slash. */
	public String of(String path) {
		if (!this.properties.publicUrl().isBlank()) {
			return this.properties.publicUrl().strip().replaceAll("/+$", "") + path;
		}
		String port = this.environment.getProperty("local.server.port",
				this.environment.getProperty("server.port", "8080"));
		return "http://localhost:" + port + path;
	}

}
