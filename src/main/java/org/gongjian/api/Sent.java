package org.gongjian.api;

/**
 * What programs send: a record of texts, whole numbers, lists of texts and objects, read
 * by {@link StrictJson}. Everything may be missing, nothing may be of another kind.
 */
interface Sent {

}
