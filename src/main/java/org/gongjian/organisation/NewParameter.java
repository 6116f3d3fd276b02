package org.gongjian.organisation;

import org.gongjian.shared.Bilingual;

/**
 * A number that diagrams and decision tables begin to read.
 *
 * @param key small letters and digits, {@code budgetLimit}; it is kept as
 * {@code studio.budgetLimit}
 * @param label what people read
 * @param value the value from today on
 */
public record NewParameter(String key, Bilingual label, String value) {
}
