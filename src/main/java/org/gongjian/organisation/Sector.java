package org.gongjian.organisation;

/** The sector an organisation counts in. */
public enum Sector {

	/** 机关. */
	GOV_ORGAN,

	/** 新经济组织. */
	NEW_ECONOMIC,

	/** 新社会组织. */
	NEW_SOCIAL

}
