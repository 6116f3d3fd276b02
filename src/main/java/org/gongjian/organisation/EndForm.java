package org.gongjian.organisation;

/** What somebody types to end an organisation or a person. */
record EndForm(String endedOn, String mergedInto) {
}
