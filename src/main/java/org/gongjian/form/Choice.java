package org.gongjian.form;

import org.gongjian.shared.Bilingual;

/**
 * Something that can be chosen by search.
 *
 * @param id what is kept
 * @param label what people read
 * @param detail a second line that tells it from its like, or {@code null}
 */
public record Choice(String id, Bilingual label, Bilingual detail) {
}
