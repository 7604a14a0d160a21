package io.github.alprolab.kernel.request;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.alprolab.kernel.magic.builtin.Input;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The cells that this kernel ran, as the history request gives them. */
final class History {
    /** Older cells than these are forgotten. */
    private static final int MOST = 10_000;

    /** This kernel's cells; there are no others. */
    private static final int SESSION = 0;

    private record Past(int count, String code, String id, Optional<String> value) {
        List<Object> entry(boolean output) {
            return List.of(SESSION, count, output ? Arrays.asList(code, value.orElse(null)) : code);
        }
    }

    private final List<Past> cells = new ArrayList<>();

    void add(int count, String code, String id, Optional<String> value) {
        if (cells.size() == MOST) {
            cells.remove(0);
        }
        cells.add(new Past(count, code, id, value));
    }

    /** What was typed, oldest first. */
    List<Input> inputs() {
        return cells.stream().map(past -> new Input(past.count(), past.code(), past.id())).toList();
    }

    /** What a request asks for: the {@code tail}, a {@code range}, or the finds of a search. */
    List<List<Object>> find(JsonNode request) {
        Stream<Past> found =
                switch (request.path("hist_access_type").asText("tail")) {
                    case "range" -> range(request);
                    case "search" -> last(request, search(request));
                    default -> last(request, cells);
                };
        boolean output = request.path("output").asBoolean(false);
        return found.map(past -> past.entry(output)).toList();
    }

    private Stream<Past> range(JsonNode request) {
        if (request.path("session").asInt(SESSION) != SESSION) {
            return Stream.empty();
        }
        int start = request.path("start").asInt(0);
        int stop = request.path("stop").asInt(Integer.MAX_VALUE);
        return cells.stream().filter(past -> past.count() >= start && past.count() < stop);
    }

    private List<Past> search(JsonNode request) {
        Predicate<String> matches = glob(request.path("pattern").asText("*"));
        Stream<Past> found = cells.stream().filter(past -> matches.test(past.code()));
        if (!request.path("unique").asBoolean(false)) {
            return found.toList();
        }
        Map<String, Past> newest = new LinkedHashMap<>();
        found.forEach(
                past -> {
                    newest.remove(past.code());
                    newest.put(past.code(), past);
                });
        return List.copyOf(newest.values());
    }

    private static Stream<Past> last(JsonNode request, List<Past> found) {
        int wanted = Math.max(0, request.path("n").asInt(found.size()));
        return found.stream().skip(Math.max(0, found.size() - wanted));
    }

    /**
     * SQLite's GLOB, which other kernels search by: {@code *}, {@code ?}, and letters as they are.
     */
    private static Predicate<String> glob(String pattern) {
        StringBuilder regex = new StringBuilder();
        pattern.codePoints()
                .mapToObj(Character::toString)
                .map(c -> c.equals("*") ? ".*" : c.equals("?") ? "." : Pattern.quote(c))
                .forEach(regex::append);
        return Pattern.compile(regex.toString(), Pattern.DOTALL).asMatchPredicate();
    }
}
