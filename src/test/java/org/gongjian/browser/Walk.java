package org.gongjian.browser;

import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** A case on its way through the pages, each step by the person it waits for. */
class Walk {

	final Visitor visitor;

	private String number;

	Walk(Visitor visitor) {
		this.visitor = visitor;
	}

	/** The number of the case. */
	final String number() {
		return this.number;
	}

	/** Opens the start form of a process as somebody. */
	final Visitor begins(String username, String process) {
		return this.visitor.signIn(username).open("/new").open("/new/" + process);
	}

	/** Has the start form checked and sends it: there is a case from here on. */
	final void sends() {
		this.visitor.press("check");
		assertThat(this.visitor.text(".error-summary")).isEmpty();
		this.visitor.press("submit");
		assertThat(this.visitor.path()).as(this.visitor.text(".error-summary")).startsWith("/cases/");
		this.number = this.visitor.path().replace("/cases/", "");
	}

	/** Opens what waits for somebody in this case. */
	final Visitor by(String username) {
		return this.visitor.signIn(username).openTask(this.number);
	}

	/** Opens the page of the case as somebody. */
	final Visitor seenBy(String username) {
		return this.visitor.signIn(username).open("/cases/" + this.number);
	}

	/** Fills a row of a table, which is added if it is not there yet. */
	final void row(String table, int index, Map<String, String> cells) {
		if (this.visitor.page().locator("[name^='%s[%d]']".formatted(table, index)).count() == 0) {
			this.visitor.press("add-row:" + table);
		}
		cells.forEach((name, value) -> this.visitor.fill("%s[%d].%s".formatted(table, index, name), value));
	}

}
