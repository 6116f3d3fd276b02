package org.gongjian.insight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.gongjian.identity.Journal;
import org.gongjian.identity.JournalFilter;
import org.gongjian.inbox.CaseRow;
import org.gongjian.inbox.Filter;
import org.gongjian.inbox.Inbox;
import org.gongjian.inbox.ProcessRegisters;
import org.gongjian.inbox.Register;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Bilingual;
import org.gongjian.shared.NotFound;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Everything that can be taken away: each register a room declares, the cases and the
 * journal.
 */
@Component
class Ledgers {

	private static final JournalFilter WHOLE = new JournalFilter("", "", "", null, null);

	private final Inbox inbox;

	private final Journal journal;

	private final List<Ledger> all;

	private final ProcessRegisters drawn;

	Ledgers(List<Register> registers, Inbox inbox, Journal journal, ProcessRegisters drawn) {
		this.drawn = drawn;
		this.inbox = inbox;
		this.journal = journal;
		var ledgers = new ArrayList<Ledger>();
		registers.stream()
			.sorted(Comparator.comparing(Register::name))
			.map((register) -> new Ledger(register.name(), (actor) -> true,
					(actor, cursor, limit) -> register.page(actor, null, null, cursor, limit)))
			.forEach(ledgers::add);
		ledgers.add(new Ledger("cases", (actor) -> true, (actor, cursor,
				limit) -> this.inbox.cases(actor, Filter.ALL, null, null, cursor, limit).map(Ledgers::row)));
		ledgers.add(new Ledger("journal", (actor) -> actor.has("sys-admin"),
				(actor, cursor, limit) -> this.journal.search(WHOLE, cursor, limit).map(Ledgers::row)));
		this.all = List.copyOf(ledgers);
	}

	/** Those this person may have. */
	List<Ledger> of(Actor actor) {
		Stream<Ledger> drawn = this.drawn.all().keySet().stream().map(this::drawn);
		return Stream.concat(this.all.stream(), drawn).filter((ledger) -> ledger.open().test(actor)).toList();
	}

	private Ledger drawn(String process) {
		return new Ledger(process, (actor) -> true, (actor, cursor, limit) -> this.drawn.rows(actor, process, cursor,
				limit, LocaleContextHolder.getLocale()));
	}

	/** One of them. @throws NotFound if there is none for this person */
	Ledger get(Actor actor, String name) {
		return of(actor).stream()
			.filter((ledger) -> ledger.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new NotFound("ledger " + name));
	}

	private static Map<String, Object> row(CaseRow one) {
		var row = new LinkedHashMap<String, Object>();
		row.put("number", one.number());
		row.put("process", one.process());
		row.put("titleEn", one.title().en());
		row.put("titleZh", one.title().zh());
		row.put("status", one.status());
		row.put("outcome", one.outcome());
		row.put("initiator", one.initiator());
		row.put("parties", one.parties());
		row.put("waitingEn", joined(one.waiting(), Bilingual::en));
		row.put("waitingZh", joined(one.waiting(), Bilingual::zh));
		row.put("openedAt", one.openedAt());
		row.put("closedAt", one.closedAt());
		row.put("dueAt", one.dueAt());
		return row;
	}

	private static String joined(List<Bilingual> names, Function<Bilingual, String> language) {
		return names.stream().map(language).collect(Collectors.joining("; "));
	}

	private static Map<String, Object> row(Journal.Entry entry) {
		var row = new LinkedHashMap<String, Object>();
		row.put("id", entry.id());
		row.put("at", entry.at());
		row.put("actor", entry.actor());
		row.put("organisations", entry.organisations());
		row.put("what", entry.what());
		row.put("subject", entry.subject());
		row.put("detail", entry.detail());
		row.put("ip", entry.ip());
		return row;
	}

}
