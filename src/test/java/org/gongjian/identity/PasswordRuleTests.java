package org.gongjian.identity;

import org.gongjian.shared.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PasswordRuleTests {

	private final PasswordRule rule = new PasswordRule();

	@ParameterizedTest
	@ValueSource(strings = { "kettle window forty two", "aaaa bbbb cccc dddd e", "我们一起去看海吧朋友们好", "x9f-Q2m!pL7z",
			"ärger über öde äpfel" })
	void acceptsWithoutAskingWhichCharacters(String password) {
		assertThat(this.rule.check("password", password, "li.wei", "Li Wei")).isEmpty();
	}

	@Test
	void acceptsHundredAndTwentyEightCharactersAndNoMore() {
		String phrase = "a long sentence about kettles and windows ".repeat(4);
		assertThat(this.rule.check("password", "x1" + phrase.substring(0, 126), "a", "b")).isEmpty();
		assertThat(this.rule.check("password", "x1" + phrase.substring(0, 127), "a", "b")).map(Violation::code)
			.hasValue("identity.password.long");
	}

	@ParameterizedTest
	@CsvSource({ "Password1,short", "elevenchars,short", "password1234,common", "P@ssw0rd2026!!,common",
			"123456789012,common", "qwertyuiop123,common", "abcabcabcabc,common", "aaaaaaaaaaaa,common",
			"Dragon!!!!!!!!,common", "gongjian-2026-x,context", "liwei.branch.one,context", "共建共建二零二六年的密码,context",
			"zhangxiaoming99x,context" })
	void refusesWhatIsTriedFirst(String password, String why) {
		assertThat(this.rule.check("password", password, "liwei", "Zhangxiaoming")).map(Violation::code)
			.hasValue("identity.password." + why);
	}

	@Test
	void everyCharacterOfALongPasswordCounts() {
		WholePasswordEncoder encoder = new WholePasswordEncoder(4);
		String hash = encoder.encode("x".repeat(127) + "a");
		assertThat(encoder.matches("x".repeat(127) + "a", hash)).isTrue();
		assertThat(encoder.matches("x".repeat(127) + "b", hash)).isFalse();
	}

}
