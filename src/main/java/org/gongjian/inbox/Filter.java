package org.gongjian.inbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

import org.gongjian.inbox.Term.Kind;
import org.gongjian.shared.InvalidInput;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * What a list is narrowed to, and how it is sorted. Everything the text can say, the
 * other parts can say too.
 *
 * @param process the process key, or {@code null} for all
 * @param due overdue, today or week, or {@code null}
 * @param text a query, see {@link Query}, or {@code null}
 * @param org name or code of a party, or {@code null}
 * @param from name of who asks, or {@code null}
 * @param step name of the step, or {@code null}
 * @param mark one of the marks of a query, with {@code -} for its contrary, or
 * {@code null}
 * @param sort how it is sorted, or {@code null} for newest first
 */
public record Filter(String process, String due, String text, String org, String from, String step, String mark,
		String sort) {

	/** Everything. */
	public static final Filter ALL = new Filter(null, null, null, null, null, null, null, null);

	private static final List<String> DUES = List.of("overdue", "today", "week");

	/** The marks a list of tasks offers. */
	public static final List<String> MARKS = List.of("urgent", "returned", "-returned", "files", "comments", "mine",
			"pool", "copied", "-copied");

	public Filter {
		process = given(process);
		due = given(due);
		text = given(text);
		org = given(org);
		from = given(from);
		step = given(step);
		mark = given(mark);
		sort = given(sort);
	}

	/** A filter by process, deadline and query, each of which may be {@code null}. */
	public static Filter of(String process, String due, String text) {
		return new Filter(process, due, text, null, null, null, null, null);
	}

	private static String given(String text) {
		return (text == null || text.isBlank()) ? null : text.strip();
	}

	/** Whether anything is left out. */
	public boolean active() {
		return this.process != null || this.due != null || this.text != null || further();
	}

	/** Whether anything is left out by the less common parts. */
	public boolean further() {
		return this.org != null || this.from != null || this.step != null || this.mark != null;
	}

	/** Whether it says nothing at all, not even how to sort. */
	public boolean plain() {
		return !active() && this.sort == null;
	}

	/** The conditions of all parts. */
	List<Term> terms() {
		List<Term> terms = new ArrayList<>(Query.parse(this.text));
		add(terms, Kind.PROCESS, this.process);
		add(terms, Kind.ORG, this.org);
		add(terms, Kind.FROM, this.from);
		add(terms, Kind.STEP, this.step);
		if (this.due != null) {
			if (!DUES.contains(this.due)) {
				throw new InvalidInput("due", "inbox.due.unknown");
			}
			terms.add(Term.of(Kind.valueOf(this.due.toUpperCase(Locale.ROOT)), null));
		}
		if (this.mark != null) {
			if (!MARKS.contains(this.mark)) {
				throw new InvalidInput("mark", "inbox.mark.unknown");
			}
			terms.addAll(Query.parse(this.mark));
		}
		return terms;
	}

	private static void add(List<Term> terms, Kind kind, String value) {
		if (value != null) {
			terms.add(Term.of(kind, value));
		}
	}

	/** What the query part of an address says. */
	static Filter ofQuery(String query) {
		var parts = UriComponentsBuilder.fromUriString("?" + query).build().getQueryParams();
		Function<String, String> part = (name) -> (parts.getFirst(name) == null) ? null
				: UriUtils.decode(parts.getFirst(name), StandardCharsets.UTF_8);
		return new Filter(part.apply("process"), part.apply("due"), part.apply("text"), part.apply("org"),
				part.apply("from"), part.apply("step"), part.apply("mark"), part.apply("sort"));
	}

	/** The same as the query part of an address, without its question mark. */
	public String query() {
		UriComponentsBuilder address = UriComponentsBuilder.newInstance();
		Stream
			.of(new String[] { "text", this.text }, new String[] { "process", this.process },
					new String[] { "due", this.due }, new String[] { "org", this.org },
					new String[] { "from", this.from }, new String[] { "step", this.step },
					new String[] { "mark", this.mark }, new String[] { "sort", this.sort })
			.filter((part) -> part[1] != null)
			.forEach((part) -> address.queryParam(part[0], UriUtils.encode(part[1], StandardCharsets.UTF_8)));
		String query = address.build().getQuery();
		return (query == null) ? "" : query;
	}

}
