package org.gongjian.organisation;

/** On which side of the programme an organisation stands. */
public enum Side {

	/** Bodies of the zone itself. */
	ZONE,

	/** Government organs, 机关党组织. */
	GOVERNMENT,

	/** Enterprises and social organisations, 两新党组织. */
	ENTERPRISE,

	/** Functional departments problems are dispatched to, 职能部门. */
	DEPARTMENT,

	/** Guests of an activity. */
	GUEST,

	/** Communities and places. */
	COMMUNITY

}
