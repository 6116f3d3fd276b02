package org.gongjian.support;

import java.util.Comparator;
import java.util.List;

import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.junit.jupiter.api.Tag;

import org.springframework.boot.test.context.SpringBootTest;

/**
 * Runs what is fast first: plain tests, then those of the whole house, those on
 * PostgreSQL, those in a browser. Named in {@code junit-platform.properties}.
 */
public class FastFirst implements ClassOrderer {

	private static final List<String> SLOW = List.of("postgres", "browser");

	@Override
	public void orderClasses(ClassOrdererContext context) {
		context.getClassDescriptors().sort(Comparator.comparingInt(FastFirst::slowness));
	}

	private static int slowness(ClassDescriptor test) {
		int tagged = test.findRepeatableAnnotations(Tag.class)
			.stream()
			.mapToInt((tag) -> SLOW.indexOf(tag.value()))
			.max()
			.orElse(-1);
		if (tagged >= 0) {
			return 2 + tagged;
		}
		return test.isAnnotated(SpringBootTest.class) ? 1 : 0;
	}

}
