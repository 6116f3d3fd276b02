package org.gongjian.activity;

import org.gongjian.shared.Bilingual;

/**
 * A line of the register.
 *
 * @param host the name of its host, {@code null} where none is stated
 */
record ActivityRow(Activity activity, Bilingual host) {
}
