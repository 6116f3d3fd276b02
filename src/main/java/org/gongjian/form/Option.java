package org.gongjian.form;

import org.gongjian.shared.Bilingual;

/**
 * One value of an enum field.
 *
 * @param value what is kept
 * @param label what people read
 */
public record Option(String value, Bilingual label) {
}
