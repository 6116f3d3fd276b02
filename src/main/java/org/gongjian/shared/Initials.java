package org.gongjian.shared;

import java.util.Locale;

import com.github.promeg.pinyinhelper.Pinyin;

/** What people type who look for a Chinese name quickly: {@code lw} for 李伟. */
public final class Initials {

	private Initials() {
	}

	/** The first letter of each Chinese character; other characters are left out. */
	public static String of(String chinese) {
		StringBuilder initials = new StringBuilder();
		chinese.chars()
			.filter((letter) -> Pinyin.isChinese((char) letter))
			.forEach((letter) -> initials.append(Pinyin.toPinyin((char) letter).charAt(0)));
		return initials.toString().toLowerCase(Locale.ROOT);
	}

}
