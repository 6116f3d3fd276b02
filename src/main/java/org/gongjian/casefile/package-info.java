/**
 * The record of every case: number, parties, data and its versions, attachments,
 * discussion, action log.
 */
@ApplicationModule(allowedDependencies = { "organisation", "engine", "calendar", "identity", "web", "shared" })
package org.gongjian.casefile;

import org.springframework.modulith.ApplicationModule;
