package io.github.alprolab.kernel.help;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Documentation comments that libraries ship: every resource {@value #RESOURCE} on the class path.
 * It is a JSON object from a type's name, or {@code type#field} or {@code type#method(Type,Type)}
 * with the simple names of parameter types, to the raw text of the comment.
 */
final class JavadocIndex {
    static final String RESOURCE = "META-INF/alprolab/javadoc.json";

    private static final System.Logger LOG = System.getLogger(JavadocIndex.class.getName());
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ClassLoader loader;
    private final Map<String, Map<String, String>> read = new HashMap<>();

    JavadocIndex(ClassLoader loader) {
        this.loader = loader;
    }

    /** The comment of a type or a member. */
    Optional<String> find(String key) {
        return resources().stream()
                .map(url -> comments(url).get(key))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Asked anew each time, since a cell can add to the class path. */
    private List<URL> resources() {
        try {
            return Collections.list(loader.getResources(RESOURCE));
        } catch (IOException e) {
            throw new UncheckedIOException("The class path could not be searched", e);
        }
    }

    private Map<String, String> comments(URL url) {
        return read.computeIfAbsent(url.toString(), key -> parse(url));
    }

    private static Map<String, String> parse(URL url) {
        try (InputStream json = url.openStream()) {
            return MAPPER.readValue(json, new TypeReference<Map<String, String>>() {});
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "No documentation from " + url, e);
            return Map.of();
        }
    }
}
