package org.gongjian.engine;

import java.util.List;

/**
 * What a return does to the tokens of an instance, computed before it is done.
 *
 * @param target the step that opens again
 * @param cancelled the elements whose tokens are taken away
 * @param waiting the joins that get a token for each branch that need not be gone again
 */
public record TokenPlan(String target, List<String> cancelled, List<String> waiting) {
}
