package org.gongjian.organisation;

/** What kind of organisation it is. */
public enum OrgType {

	/** 党工委. */
	WORKING_COMMITTEE,

	/** 党委. */
	COMMITTEE,

	/** 党总支. */
	GENERAL_BRANCH,

	/** 党支部. */
	BRANCH,

	/** 联合党支部. */
	JOINT_BRANCH,

	/** 行政机构, such as the management committee. */
	ADMIN,

	/** 职能部门. */
	DEPARTMENT,

	/** 社区. */
	COMMUNITY,

	/** 企业. */
	COMPANY

}
