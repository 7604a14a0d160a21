package io.github.alprolab.datasets.readers;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** Reads the beginning of every list and object of a value, however much is in them. */
final class PrunedJson {
    private static final int ELEMENTS = 50;

    private PrunedJson() {}

    /** The value at which the parser stands; it then stands at the value's end. */
    static JsonNode read(JsonParser json) throws IOException {
        JsonToken token = json.currentToken();
        if (token == JsonToken.START_ARRAY) {
            return list(json);
        }
        return token == JsonToken.START_OBJECT ? object(json) : json.readValueAsTree();
    }

    private static JsonNode list(JsonParser json) throws IOException {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (list.size() < ELEMENTS) {
                list.add(read(json));
            } else {
                json.skipChildren();
            }
        }
        return list;
    }

    private static JsonNode object(JsonParser json) throws IOException {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            if (object.size() < ELEMENTS) {
                object.set(name, read(json));
            } else {
                json.skipChildren();
            }
        }
        return object;
    }
}
