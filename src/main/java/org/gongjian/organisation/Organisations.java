package org.gongjian.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.gongjian.identity.Journal;
import org.gongjian.shared.Actor;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Overtaken;
import org.gongjian.shared.ReadOnce;
import org.gongjian.shared.Slice;
import org.gongjian.shared.Time;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of organisations. Nothing in it is ever deleted: what is used no more is
 * ended.
 */
@Service
@Transactional
public class Organisations {

	static final String CHANGED_MEANWHILE = "organisation.changed-meanwhile";

	private static final int HIGHEST_CHAIN = 20;

	private final OrganisationTable table;

	private final Roles roles;

	private final Journal journal;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Organisations(OrganisationTable table, Roles roles, Journal journal, ApplicationEventPublisher events,
			Clock clock) {
		this.table = table;
		this.roles = roles;
		this.journal = journal;
		this.events = events;
		this.clock = clock;
	}

	/** The organisation of that code, ended ones too. */
	@Transactional(readOnly = true)
	public Optional<Organisation> find(String code) {
		return (code == null) ? Optional.empty() : this.table.find(code);
	}

	/**
	 * The organisation of that code, ended ones too.
	 * @throws NotFound if there is none
	 */
	@Transactional(readOnly = true)
	public Organisation get(String code) {
		return find(code).orElseThrow(() -> new NotFound("organisation"));
	}

	/** Those of these codes that exist, ended ones too: one statement for all. */
	@Transactional(readOnly = true)
	public List<Organisation> all(Collection<String> codes) {
		return met(codes).toList();
	}

	/** Pages show what is remembered; what changes something reads afresh. */
	private Stream<Organisation> met(Collection<String> codes) {
		Set<String> asked = Set.copyOf(codes);
		return (ReadOnce.reading() ? this.table.remembered(asked) : this.table.all(asked)).stream()
			.sorted(Comparator.comparing(Organisation::code));
	}

	/** The organisations of these codes, ended ones too, by code. */
	@Transactional(readOnly = true)
	public Map<String, Organisation> byCodes(Collection<String> codes) {
		Set<String> asked = codes.stream().filter(Objects::nonNull).collect(Collectors.toSet());
		return met(asked).collect(Collectors.toMap(Organisation::code, Function.identity()));
	}

	/**
	 * Active organisations whose code or names contain a text, whatever its case.
	 * @param side or {@code null} for all sides
	 */
	@Transactional(readOnly = true)
	public List<Organisation> search(String q, Side side, int limit) {
		return this.table.page(Words.pattern(q), side, null, true, "", limit);
	}

	/**
	 * A page of the register by code.
	 * @param side or {@code null} for all, likewise type and active
	 * @param cursor of the page before, or {@code null}
	 */
	@Transactional(readOnly = true)
	public Slice<Organisation> list(String q, Side side, OrgType type, Boolean active, String cursor, int limit) {
		String after = (cursor == null) ? "" : cursor;
		return Slice.cut(this.table.page(Words.pattern(q), side, type, active, after, limit + 1), limit,
				Organisation::code);
	}

	/** What it was called before, newest first. */
	@Transactional(readOnly = true)
	List<FormerName> formerNames(String code) {
		return this.table.formerNames(code);
	}

	/** Codes of the organisations directly below. */
	@Transactional(readOnly = true)
	public List<String> children(String code) {
		return this.table.children(code);
	}

	/** Adds an organisation. */
	Organisation add(OrganisationForm form, Actor by) {
		Organisation organisation = insert(form, null, by);
		this.journal.record("organisation.added", organisation.code(),
				organisation.nameEn() + " · " + organisation.nameZh());
		return organisation;
	}

	/**
	 * Writes an organisation without a word in the journal: for files and demo data,
	 * which have one word for all.
	 * @param provenance of demo data, else {@code null}
	 */
	Organisation insert(OrganisationForm form, String provenance, Actor by) {
		Answers answers = new Answers();
		String code = answers.code("code", form.code(), true);
		Organisation organisation = read(form, code, provenance, 0, answers);
		if (code != null && this.table.find(code).isPresent()) {
			answers.wrong("code", "organisation.violation.code-taken", code);
		}
		answers.check();
		this.table.insert(organisation, by.username(), this.clock.instant());
		return organisation;
	}

	/**
	 * Changes an organisation; its code stays.
	 * @param version the version the form was filled in from
	 * @throws Overtaken if somebody changed it since
	 */
	Organisation change(String code, OrganisationForm form, int version, Actor by) {
		Organisation before = get(code);
		Answers answers = new Answers();
		Organisation after = read(form, code, before.provenance(), version, answers);
		answers.check();
		if (!this.table.update(after, by.username(), this.clock.instant())) {
			throw overtaken(code);
		}
		if (!before.nameEn().equals(after.nameEn()) || !before.nameZh().equals(after.nameZh())
				|| !Objects.equals(before.shortZh(), after.shortZh())) {
			this.table.insertName(before, by.username(), this.clock.instant());
		}
		this.journal.record("organisation.changed", code,
				Changes.between(OrganisationForm.of(before), OrganisationForm.of(after)));
		return after;
	}

	/**
	 * Ends an organisation and takes away every role held in it.
	 * @param on the day, not after today
	 * @param mergedInto the organisation it goes up in, or empty
	 */
	void end(String code, String on, String mergedInto, int version, Actor by) {
		Organisation before = get(code);
		Answers answers = new Answers();
		LocalDate day = answers.date("endedOn", on, true);
		if (day != null && day.isAfter(today())) {
			answers.wrong("endedOn", "organisation.violation.future");
		}
		String into = answers.code("mergedInto", mergedInto, false);
		if (into != null && (into.equals(code) || !this.table.find(into).map(Organisation::active).orElse(false))) {
			answers.wrong("mergedInto", "organisation.violation.unknown-organisation", into);
		}
		answers.check();
		if (!before.active() || !this.table.end(code, day, into, version, by.username(), this.clock.instant())) {
			throw overtaken(code);
		}
		this.roles.endAllIn(code, by);
		this.journal.record("organisation.ended", code, day + ((into != null) ? ", merged into " + into : ""));
		this.events.publishEvent(new OrganisationEnded(code, into));
	}

	private Organisation read(OrganisationForm form, String code, String provenance, int version, Answers answers) {
		String nameEn = answers.line("nameEn", form.nameEn(), 200, true);
		String nameZh = answers.line("nameZh", form.nameZh(), 200, true);
		Side side = answers.choice("side", form.side(), Side.class, true);
		String parent = answers.code("parent", form.parent(), false);
		Organisation organisation = new Organisation(code, nameEn, nameZh,
				answers.line("shortZh", form.shortZh(), 60, false), side,
				answers.choice("orgType", form.orgType(), OrgType.class, true),
				answers.choice("sector", form.sector(), Sector.class,
						side == Side.GOVERNMENT || side == Side.ENTERPRISE),
				parent, answers.line("unitName", form.unitName(), 200, false),
				answers.line("industry", form.industry(), 100, false),
				answers.number("memberCount", form.memberCount(), 0, 1_000_000),
				answers.date("termEnd", form.termEnd(), false), answers.line("address", form.address(), 300, false),
				answers.number("plaqueWallLimit", form.plaqueWallLimit(), 0, 1000),
				answers.lines("note", form.note(), 1000), true, null, null, provenance, null, null, version);
		if (nameZh != null) {
			this.table.codeOfName(OrganisationTable.nameKey(nameZh))
				.filter((other) -> !other.equals(code))
				.ifPresent((other) -> answers.wrong("nameZh", "organisation.violation.name-taken", other));
		}
		if (parent != null && !above(parent, code)) {
			answers.wrong("parent", "organisation.violation.unknown-organisation", parent);
		}
		return organisation;
	}

	/** Whether an organisation exists and may stand above another without a circle. */
	private boolean above(String parent, String code) {
		String next = parent;
		for (int height = 0; next != null; height++) {
			Optional<Organisation> organisation = this.table.find(next);
			if (organisation.isEmpty() || next.equals(code) || height > HIGHEST_CHAIN) {
				return false;
			}
			next = organisation.get().parent();
		}
		return true;
	}

	private Overtaken overtaken(String code) {
		Organisation now = get(code);
		return new Overtaken(CHANGED_MEANWHILE, now.updatedBy(), now.updatedAt(), null);
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), Time.OFFICE);
	}

}
