package org.gongjian.api;

import java.util.function.Supplier;

import org.springframework.http.ResponseEntity;

/**
 * The way a POST is carried out: once, however often it is sent with the same
 * {@code Idempotency-Key}. Every handler of a POST takes it as a parameter.
 */
interface Once {

	/**
	 * Carries out the work, or gives the answer of the first time.
	 * @param body what was sent, for telling whether it is the same request
	 * @param work what is to be done, with its answer; in one transaction when the
	 * request has a key
	 */
	<T> ResponseEntity<T> answer(Object body, Supplier<ResponseEntity<T>> work);

}
