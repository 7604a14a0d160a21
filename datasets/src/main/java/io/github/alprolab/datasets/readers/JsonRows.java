package io.github.alprolab.datasets.readers;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The elements of one json list or object, read one at a time. An element of an object becomes a
 * row with the columns {@link #KEY} and {@link #VALUE}.
 */
final class JsonRows extends RowIterator {
    static final String KEY = "key";
    static final String VALUE = "value";

    private final JsonParser json;
    private final Optional<String> section;
    private final Values values;
    private boolean entered;
    private boolean list;
    private long number;

    private JsonRows(Path file, JsonParser json, Optional<String> section, Values values) {
        super(file);
        this.json = json;
        this.section = section;
        this.values = values;
    }

    /** How the value at which a parser stands becomes a tree. */
    private interface Values {
        JsonNode read(JsonParser json) throws IOException;
    }

    /**
     * @param section field of the outermost object that holds the rows; none when they are
     *     outermost themselves
     */
    static JsonRows open(Path file, Optional<String> section) throws IOException {
        return new JsonRows(file, parser(file), section, JsonParser::readValueAsTree);
    }

    /** Rows of the outermost list or object, of whose values only the first elements are held. */
    static JsonRows sample(Path file) throws IOException {
        return new JsonRows(file, parser(file), Optional.empty(), PrunedJson::read);
    }

    private static JsonParser parser(Path file) throws IOException {
        return Json.PART.getFactory().createParser(TextFile.open(file));
    }

    @Override
    Optional<Row> read() throws IOException {
        if (!entered) {
            enter();
        }
        JsonToken token = json.nextToken();
        if (token == JsonToken.END_ARRAY || token == JsonToken.END_OBJECT) {
            requireWhole();
            return Optional.empty();
        }
        number++;
        return Optional.of(new Row(source(), number, list ? values.read(json) : entry()));
    }

    private JsonNode entry() throws IOException {
        String key = json.currentName();
        json.nextToken();
        JsonNode value = values.read(json);
        return JsonNodeFactory.instance.objectNode().put(KEY, key).set(VALUE, value);
    }

    private void enter() throws IOException {
        json.nextToken();
        if (section.isPresent()) {
            find(section.get());
        }
        entered = true;
        list = json.currentToken() == JsonToken.START_ARRAY;
        if (!list && json.currentToken() != JsonToken.START_OBJECT) {
            throw new AnnotationException(source(), "holds neither a list nor an object" + place());
        }
    }

    private void find(String name) throws IOException {
        if (json.currentToken() == JsonToken.START_OBJECT) {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean found = json.currentName().equals(name);
                json.nextToken();
                if (found) {
                    return;
                }
                json.skipChildren();
            }
        }
        throw new AnnotationException(source(), "holds no rows" + place());
    }

    private String place() {
        return section.map(s -> " under \"" + s + "\"").orElse("");
    }

    /** A list that is the whole file must end with it; a cut file then does not pass for short. */
    private void requireWhole() throws IOException {
        if (section.isEmpty() && json.nextToken() != null) {
            throw new AnnotationException(source(), "goes on behind its list of rows");
        }
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
