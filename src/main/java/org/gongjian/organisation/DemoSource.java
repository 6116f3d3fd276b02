package org.gongjian.organisation;

import tools.jackson.databind.JsonNode;

/**
 * What demo data is made of.
 *
 * @param data the file {@code demo/demo-data.json}
 */
public record DemoSource(JsonNode data) {
}
