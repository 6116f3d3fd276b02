package org.gongjian.organisation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The roles people hold. Diagrams and groups name them by {@link #id()}. */
public enum Role {

	/** 机关党支部联络员. */
	GOV_LIAISON("gov-liaison", Side.GOVERNMENT),

	/** 机关党支部书记. */
	GOV_SECRETARY("gov-secretary", Side.GOVERNMENT),

	/** 两新党组织联络员. */
	ENT_LIAISON("ent-liaison", Side.ENTERPRISE),

	/** 两新党组织书记. */
	ENT_SECRETARY("ent-secretary", Side.ENTERPRISE),

	/** 党建工作部门经办人. */
	PARTY_OFFICER("party-officer", Scope.ZONE),

	/** 党建工作部门负责人. */
	PARTY_HEAD("party-head", Scope.ZONE),

	/** 党工委分管领导. */
	WC_DEPUTY("wc-deputy", Scope.ZONE),

	/** 党工委主要领导. */
	WC_SECRETARY("wc-secretary", Scope.ZONE),

	/** 财务审核. */
	FINANCE("finance", Scope.ZONE),

	/** 安全应急审核. */
	SAFETY("safety", Scope.ZONE),

	/** 纪检监察审核. */
	DISCIPLINE("discipline", Scope.ZONE),

	/** 宣传审核. */
	PUBLICITY("publicity", Scope.ZONE),

	/** 企业服务中心受理员. */
	SERVICE_DESK("service-desk", Scope.ZONE),

	/** 责任部门经办人. */
	DEPT_HANDLER("dept-handler", Side.DEPARTMENT),

	/** 责任部门负责人. */
	DEPT_HEAD("dept-head", Side.DEPARTMENT),

	/** 督查督办员. */
	SUPERVISION("supervision", Scope.ZONE),

	/** 考核评审组成员. */
	EVALUATOR("evaluator", Scope.ZONE),

	/** 档案管理员. */
	ARCHIVIST("archivist", Scope.ZONE),

	/** 流程管理员. */
	PROCESS_ADMIN("process-admin", Scope.SYSTEM),

	/** 系统管理员. */
	SYS_ADMIN("sys-admin", Scope.SYSTEM),

	/** 审计(只读). */
	VIEWER("viewer", Scope.ZONE);

	private static final Set<String> OF_EITHER_SIDE = Set.of("secretary", "liaison");

	private final String id;

	private final Scope scope;

	private final Side side;

	Role(String id, Scope scope) {
		this.id = id;
		this.scope = scope;
		this.side = null;
	}

	Role(String id, Side side) {
		this.id = id;
		this.scope = Scope.ORGANISATION;
		this.side = side;
	}

	/** The name in diagrams, groups and messages. */
	public String id() {
		return this.id;
	}

	/** Where it is held. */
	public Scope scope() {
		return this.scope;
	}

	/** The side an organisation must be of to have it, or {@code null}. */
	public Side side() {
		return this.side;
	}

	/**
	 * Whether who holds it sees the cases of all organisations. The system administrator
	 * keeps masters and sees no cases.
	 */
	public boolean seesAll() {
		return this.scope == Scope.ZONE || this == PROCESS_ADMIN;
	}

	/** The role of that id. */
	public static Optional<Role> of(String id) {
		return Arrays.stream(values()).filter((role) -> role.id.equals(id)).findFirst();
	}

	/**
	 * The ids meant by the role part of a slot: {@code secretary} means either side's.
	 */
	static List<String> meant(String id) {
		return OF_EITHER_SIDE.contains(id) ? List.of("gov-" + id, "ent-" + id) : List.of(id);
	}

	/** Where a role is held. */
	public enum Scope {

		/** In one organisation. */
		ORGANISATION,

		/** In the zone as a whole. */
		ZONE,

		/** In this system. */
		SYSTEM

	}

}
