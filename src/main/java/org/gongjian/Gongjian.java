package org.gongjian;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Gongjian, the approval system for pairing and co-building. */
@SpringBootApplication
public class Gongjian {

	public static void main(String[] arguments) {
		SpringApplication.run(Gongjian.class, arguments);
	}

}
