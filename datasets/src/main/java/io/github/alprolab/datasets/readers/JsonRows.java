package io.github.alprolab.datasets.readers;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
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
    private boolean entered;
    private boolean list;
    private long number;

    private JsonRows(Path file, JsonParser json, Optional<String> section) {
        super(file);
        this.json = json;
        this.section = section;
    }

    /**
     * @param section field of the outermost object that holds the rows; none when they are
     *     outermost themselves
     */
    static JsonRows open(Path file, Optional<String> section) throws IOException {
        InputStream in = TextFile.open(file);
        return new JsonRows(file, Json.PART.getFactory().createParser(in), section);
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
        return Optional.of(new Row(source(), number, list ? json.readValueAsTree() : entry()));
    }

    private JsonNode entry() throws IOException {
        String key = json.currentName();
        json.nextToken();
        JsonNode value = json.readValueAsTree();
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
