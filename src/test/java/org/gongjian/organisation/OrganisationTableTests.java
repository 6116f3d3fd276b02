package org.gongjian.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import javax.sql.DataSource;

import org.gongjian.support.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ParameterizedClass
@EnumSource(Database.class)
@Tag("postgres")
class OrganisationTableTests {

	private static final Instant NOW = Instant.parse("2026-11-22T01:00:00Z");

	@Parameter
	Database database;

	private OrganisationTable table;

	@BeforeEach
	void open() {
		DataSource source = this.database.migrated();
		this.table = new OrganisationTable(JdbcClient.create(source));
	}

	@Test
	void whatIsWrittenIsRead() {
		Organisation full = new Organisation("G02", "Office branch", "办公室党支部", "办公室", Side.GOVERNMENT, OrgType.BRANCH,
				Sector.GOV_ORGAN, null, "Office", "administration", 12, LocalDate.of(2027, 6, 30), "1 Road", 4,
				"two\nlines", true, null, null, "S", null, null, 0);
		this.table.insert(full, "anna", NOW);
		Organisation read = this.table.find("G02").orElseThrow();
		assertThat(read).usingRecursiveComparison().ignoringFields("updatedBy", "updatedAt").isEqualTo(full);
		assertThat(read.updatedBy()).isEqualTo("anna");
		assertThat(read.updatedAt()).isEqualTo(NOW);
		assertThat(this.table.find("G03")).isEmpty();
	}

	@Test
	void onlyTheFirstOfTwoChangesOfOneVersionIsMade() {
		Organisation organisation = add("E01", "家家美党支部", Side.ENTERPRISE);
		assertThat(this.table.update(named(organisation, "新名"), "anna", NOW)).isTrue();
		assertThat(this.table.update(named(organisation, "别名"), "ben", NOW)).isFalse();
		assertThat(this.table.find("E01").orElseThrow().nameZh()).isEqualTo("新名");
		assertThat(this.table.find("E01").orElseThrow().version()).isOne();
	}

	@Test
	void twoActiveOrganisationsCannotHaveOneName() {
		add("E01", "家家美 党支部", Side.ENTERPRISE);
		assertThatExceptionOfType(DuplicateKeyException.class)
			.isThrownBy(() -> add("E02", "家家美\u3000党支部", Side.ENTERPRISE));
		assertThat(this.table.codeOfName(OrganisationTable.nameKey("家家美  党支部"))).contains("E01");
	}

	@Test
	void theNameOfAnEndedOrganisationIsFreeAgain() {
		add("E01", "家家美党支部", Side.ENTERPRISE);
		add("E03", "并入党支部", Side.ENTERPRISE);
		assertThat(this.table.end("E01", LocalDate.of(2026, 11, 1), "E03", 1, "anna", NOW)).isFalse();
		assertThat(this.table.end("E01", LocalDate.of(2026, 11, 1), "E03", 0, "anna", NOW)).isTrue();
		assertThat(this.table.end("E01", LocalDate.of(2026, 11, 1), "E03", 1, "anna", NOW)).isFalse();
		Organisation ended = this.table.find("E01").orElseThrow();
		assertThat(ended.active()).isFalse();
		assertThat(ended.endedOn()).isEqualTo("2026-11-01");
		assertThat(ended.mergedInto()).isEqualTo("E03");
		add("E02", "家家美党支部", Side.ENTERPRISE);
		assertThat(this.table.update(named(ended, "家家美党支部"), "anna", NOW)).isTrue();
	}

	@Test
	void searchTakesEverySignLiterally() {
		add("E01", "100% 党支部", Side.ENTERPRISE);
		add("E02", "甲_乙!党支部", Side.ENTERPRISE);
		add("G01", "ＡＢＣ党支部", Side.GOVERNMENT);
		assertThat(codes("%")).containsExactly("E01");
		assertThat(codes("_")).containsExactly("E02");
		assertThat(codes("!")).containsExactly("E02");
		assertThat(codes("abc党")).containsExactly("G01");
		assertThat(codes("' or 1=1--")).isEmpty();
		assertThat(codes("\u0000\uD800")).hasSize(3);
		assertThat(codes("\\")).isEmpty();
	}

	@Test
	void aPageBeginsWhereTheOneBeforeEnded() {
		add("E01", "甲", Side.ENTERPRISE);
		add("E02", "乙", Side.ENTERPRISE);
		add("G01", "丙", Side.GOVERNMENT);
		this.table.end("E02", LocalDate.of(2026, 1, 1), null, 0, "anna", NOW);
		assertThat(page(null, null, "", 2)).containsExactly("E01", "E02");
		assertThat(page(null, null, "E02", 2)).containsExactly("G01");
		assertThat(page(Side.ENTERPRISE, true, "", 9)).containsExactly("E01");
		assertThat(page(null, false, "", 9)).containsExactly("E02");
		assertThat(this.table.page("%", null, OrgType.COMMITTEE, null, "", 9)).isEmpty();
	}

	@Test
	void childrenAndFormerNamesAreListed() {
		Organisation parent = add("Z01", "党工委", Side.ZONE);
		this.table.insert(new Organisation("G01", "Child", "下级", null, Side.GOVERNMENT, OrgType.BRANCH, null, "Z01",
				null, null, null, null, null, null, null, true, null, null, null, null, null, 0), "anna", NOW);
		assertThat(this.table.children("Z01")).containsExactly("G01");
		this.table.insertName(parent, "anna", NOW);
		assertThat(this.table.formerNames("Z01")).singleElement()
			.isEqualTo(new FormerName("Branch Z01", "党工委", null, "anna", NOW));
	}

	private Organisation add(String code, String nameZh, Side side) {
		Organisation organisation = new Organisation(code, "Branch " + code, nameZh, null, side, OrgType.BRANCH, null,
				null, null, null, null, null, null, null, null, true, null, null, null, null, null, 0);
		this.table.insert(organisation, "anna", NOW);
		return organisation;
	}

	private static Organisation named(Organisation before, String nameZh) {
		return new Organisation(before.code(), before.nameEn(), nameZh, before.shortZh(), before.side(),
				before.orgType(), before.sector(), before.parent(), before.unitName(), before.industry(),
				before.memberCount(), before.termEnd(), before.address(), before.plaqueWallLimit(), before.note(), true,
				null, null, before.provenance(), null, null, before.version());
	}

	private List<String> codes(String q) {
		return this.table.page(Words.pattern(q), null, null, null, "", 99).stream().map(Organisation::code).toList();
	}

	private List<String> page(Side side, Boolean active, String after, int limit) {
		return this.table.page("%", side, null, active, after, limit).stream().map(Organisation::code).toList();
	}

}
