package org.gongjian.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.gongjian.shared.Violation;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * What a password must be: 12 to 128 characters, not a common one and not made of the
 * words around it. Which kinds of characters it has is nobody's business.
 */
@Component
class PasswordRule {

	static final int SHORTEST = 12;

	static final int LONGEST = 128;

	private static final Set<String> HOUSE = Set.of("gongjian", "jiedui", "dangjian", "pairing", "共建", "结对", "党建");

	private final Set<String> common = read();

	/** What is wrong with a password for a person, if anything. */
	Optional<Violation> check(String field, String password, String username, String name) {
		int length = password.codePointCount(0, password.length());
		if (length < SHORTEST) {
			return Optional.of(Violation.of(field, "identity.password.short", SHORTEST));
		}
		if (length > LONGEST) {
			return Optional.of(Violation.of(field, "identity.password.long", LONGEST));
		}
		if (isCommon(password.toLowerCase(Locale.ROOT))) {
			return Optional.of(Violation.of(field, "identity.password.common"));
		}
		boolean known = Stream.concat(HOUSE.stream(), words(username, name)).anyMatch(core(password)::contains);
		return known ? Optional.of(Violation.of(field, "identity.password.context")) : Optional.empty();
	}

	private boolean isCommon(String password) {
		return this.common.contains(password) || this.common.contains(core(password)) || isRepeated(password)
				|| password.chars().distinct().count() < 5;
	}

	private boolean isRepeated(String password) {
		for (int size = 3; size <= password.length() / 2; size++) {
			String part = password.substring(0, size);
			if (part.repeat(password.length() / size + 1).startsWith(password)) {
				return true;
			}
		}
		return false;
	}

	/** The word in {@code P@ssw0rd2026!}: lower case, disguises undone, ends cut. */
	private static String core(String password) {
		return password.toLowerCase(Locale.ROOT)
			.replaceAll("[^\\p{L}]+$", "")
			.replaceAll("^[^\\p{L}@$]+", "")
			.replace('0', 'o')
			.replace('1', 'l')
			.replace('3', 'e')
			.replace('4', 'a')
			.replace('5', 's')
			.replace('@', 'a')
			.replace('$', 's');
	}

	private static Stream<String> words(String username, String name) {
		String both = ((username == null) ? "" : username) + " " + ((name == null) ? "" : name);
		return Stream.of(both.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")).filter(PasswordRule::isTelling);
	}

	private static boolean isTelling(String word) {
		return word.length() >= 4
				|| (word.length() >= 2 && Character.UnicodeScript.of(word.charAt(0)) == Character.UnicodeScript.HAN);
	}

	private static Set<String> read() {
		ClassPathResource list = new ClassPathResource("identity/common-passwords.txt");
		try (BufferedReader lines = new BufferedReader(
				new InputStreamReader(list.getInputStream(), StandardCharsets.UTF_8))) {
			return lines.lines().filter((line) -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
