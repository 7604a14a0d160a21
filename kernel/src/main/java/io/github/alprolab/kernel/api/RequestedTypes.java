package io.github.alprolab.kernel.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/** The representations that a cell asked for by MIME type, as in IJava. */
final class RequestedTypes {
    private static final String PLAIN = "text/plain";

    private RequestedTypes() {}

    /** A bundle of these types; text is what it is called, other values are what they offer. */
    static MimeBundle of(Object value, MimeBundle offered, String... types) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put(PLAIN, offered.data().get(PLAIN));
        for (String type : types) {
            if (value instanceof CharSequence text && !type.equals(PLAIN)) {
                data.put(type, content(text.toString(), type));
            } else if (offered.data().containsKey(type)) {
                data.put(type, offered.data().get(type));
            }
        }
        Map<String, Object> metadata = new LinkedHashMap<>(offered.metadata());
        metadata.keySet().retainAll(data.keySet());
        return new MimeBundle(data, metadata);
    }

    private static Object content(String text, String type) {
        if (!type.matches("[\\w.+-]+/[\\w.+-]+")) {
            throw new IllegalArgumentException(
                    "\"" + type + "\" is no MIME type; one is for example text/html.");
        }
        if (!type.equals("application/json") && !type.endsWith("+json")) {
            return text;
        }
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "The text is not JSON, which " + type + " needs: " + e.getOriginalMessage(), e);
        }
    }
}
