package org.gongjian.organisation;

/**
 * Who takes the tasks of an account has changed, by somebody or because a day came.
 * Published in the transaction of the change.
 */
public record StandInsChanged(String absent) {
}
