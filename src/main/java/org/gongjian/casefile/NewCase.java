package org.gongjian.casefile;

import java.util.Collection;

import org.gongjian.shared.Bilingual;

/**
 * What is known of a case when it is opened.
 *
 * @param number allocated by {@link Numbers}
 * @param parties codes of the organisations it concerns
 */
public record NewCase(String number, String process, Bilingual title, String initiator, String initiatorOrg,
		Collection<String> parties) {
}
