package org.gongjian.organisation;

import tools.jackson.databind.JsonNode;

/**
 * What demo data is made of.
 *
 * @param data the file {@code demo/demo-data.json}
 * @param passwordHash the hash of the one password of all demo accounts
 */
public record DemoSource(JsonNode data, String passwordHash) {
}
