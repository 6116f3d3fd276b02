package org.gongjian.web;

/**
 * Somebody signed in was refused something.
 *
 * @param method the method of the request
 * @param path the path of the request
 * @param code the message key of the reason
 */
public record AccessRefused(String method, String path, String code) {
}
