package io.github.alprolab.kernel.debug;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Errors at which threads stop. Whether anybody catches an error is known when it leaves the
 * outermost method; what there was to see is gone by then, so it is taken down where the error
 * first left a method, with the variables as the line began. Lines are noted only while this is
 * wanted.
 */
final class Errors {
    /** An error that leaves any method. */
    private static final String RAISED = "raised";

    /** An error that leaves the outermost method. */
    private static final String UNCAUGHT = "uncaught";

    /** A line that a frame began. */
    private record Begun(int number, Site site, Object[] locals) {}

    /** An error and what there was to see where it left the first method. */
    record Fallen(Throwable error, int number, List<ShownFrame> frames) {}

    private final StackPicture picture;
    private final Map<Thread, Map<Long, Begun>> lines = new ConcurrentHashMap<>();
    private final Map<Thread, Fallen> fallen = new ConcurrentHashMap<>();
    private volatile Set<String> wanted = Set.of();

    Errors(StackPicture picture) {
        this.picture = picture;
    }

    /** What a front end may choose. */
    static List<Map<String, Object>> filters() {
        return List.of(
                Map.of("filter", RAISED, "label", "Raised Exceptions", "default", false),
                Map.of("filter", UNCAUGHT, "label", "Uncaught Exceptions", "default", false));
    }

    void want(Set<String> filters) {
        wanted = Set.copyOf(filters);
    }

    boolean areWanted() {
        return !wanted.isEmpty();
    }

    void clear() {
        lines.clear();
        fallen.clear();
    }

    /** Notes a line that the calling thread begins. */
    void note(int number, Site site, Object[] locals) {
        lines.computeIfAbsent(Thread.currentThread(), thread -> new HashMap<>())
                .put(LiveFrames.depth(), new Begun(number, site, locals));
    }

    /** Takes down an error that leaves a method of the calling thread; what to stop with, if at. */
    Optional<Fallen> thrown(Throwable error) {
        if (isOurs(error)) {
            return Optional.empty();
        }
        Thread here = Thread.currentThread();
        Fallen known = fallen.get(here);
        boolean first = known == null || known.error() != error;
        if (first) {
            known = new Fallen(error, -1, List.of());
            Begun begun = lines.getOrDefault(here, Map.of()).get(LiveFrames.depth());
            if (begun != null) {
                List<ShownFrame> frames =
                        new ArrayList<>(picture.here(begun.site(), begun.locals(), false));
                known = new Fallen(error, begun.number(), frames);
            }
            fallen.put(here, known);
        }
        boolean raised = first && wanted.contains(RAISED);
        boolean uncaught =
                !wanted.contains(RAISED) && wanted.contains(UNCAUGHT) && picture.isOutermost();
        return Optional.of(known).filter(at -> (raised || uncaught) && !at.frames().isEmpty());
    }

    /** Whether an error is how the kernel stops a cell. */
    private static boolean isOurs(Throwable error) {
        return error.getClass().getName().startsWith("io.github.alprolab.kernel.");
    }
}
