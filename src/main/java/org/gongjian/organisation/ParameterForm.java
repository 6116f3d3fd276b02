package org.gongjian.organisation;

/** What somebody types to change a parameter. */
record ParameterForm(String value, String validFrom, String reason) {
}
