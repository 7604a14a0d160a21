package io.github.alprolab.dsl.show;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a value is shown: plain text, and richer representations of the same.
 *
 * @param plain readable on a console, never blank
 * @param parts further representations, at most one of each MIME type
 */
public record Showing(String plain, List<Part> parts) {
    public Showing {
        if (plain.isBlank()) {
            throw new IllegalArgumentException("A value is shown at least as text; none is given.");
        }
        parts = List.copyOf(parts);
    }

    /** Text alone. */
    public static Showing plain(String text) {
        return new Showing(text, List.of());
    }

    /** With HTML, which holds no script and no style sheet. */
    public Showing html(String html) {
        return and(new Part(Part.HTML, html, Optional.empty()));
    }

    /** With one more representation, in place of another of its type. */
    public Showing and(Part part) {
        Objects.requireNonNull(part, "part");
        Stream<Part> others = parts.stream().filter(p -> !p.mimeType().equals(part.mimeType()));
        return new Showing(plain, Stream.concat(others, Stream.of(part)).toList());
    }

    /** The representation of a type. */
    public Optional<Part> part(String mimeType) {
        return parts.stream().filter(p -> p.mimeType().equals(mimeType)).findFirst();
    }
}
