package io.github.alprolab.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * What goes back.
 *
 * @param status of HTTP
 * @param type MIME type
 * @param content bytes of the body
 */
record Answer(int status, String type, byte[] content) {
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * The page loads its own files and nothing else, runs no script of a text, stands in no frame.
     */
    private static final Map<String, String> ALWAYS =
            Map.of(
                    "Content-Security-Policy",
                    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                            + " connect-src 'self'; base-uri 'none'; form-action 'self';"
                            + " frame-ancestors 'none'",
                    "X-Content-Type-Options",
                    "nosniff",
                    "Referrer-Policy",
                    "no-referrer");

    static Answer json(int status, Map<String, ?> values) {
        try {
            return new Answer(status, "application/json", JSON.writeValueAsBytes(values));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("An answer cannot be written", e);
        }
    }

    static Answer fault(int status, String words) {
        return json(status, Map.of("error", words));
    }

    void send(Response response, Callback callback) {
        response.setStatus(status);
        HttpFields.Mutable headers = response.getHeaders();
        ALWAYS.forEach(headers::put);
        headers.put(HttpHeader.CONTENT_TYPE, type);
        headers.put(HttpHeader.CONTENT_LENGTH, content.length);
        // A gallery changes, and the next process gives its clips other rows.
        headers.put(HttpHeader.CACHE_CONTROL, "no-store");
        response.write(true, ByteBuffer.wrap(content), callback);
    }
}
