package io.github.alprolab.kernel.debug;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Threads that stop at one of the next lines, wherever there are breakpoints. */
final class Steps {
    /** Which line is next. */
    enum Kind {
        IN,
        OVER,
        OUT
    }

    /**
     * A step.
     *
     * @param depth frames of the thread where it began
     * @param site line where it began
     * @param shownLine the same, as people see it
     */
    private record Step(Kind kind, long depth, int site, int shownLine) {
        boolean ends(int number, Site at) {
            long now = LiveFrames.depth();
            boolean other = number == site || at.shownLine() != shownLine;
            return switch (kind) {
                case IN -> now != depth || other;
                case OVER -> now < depth || (now == depth && other);
                case OUT -> now < depth;
            };
        }
    }

    private final Map<Thread, Step> steps = new ConcurrentHashMap<>();

    /** Lets a stopped thread stop again. */
    void begin(Kind kind, Stop from, int shownLine) {
        steps.put(from.thread(), new Step(kind, from.depth(), from.site(), shownLine));
    }

    /** Stops a running thread at its next line. */
    void pause(Thread thread) {
        steps.put(thread, new Step(Kind.IN, -1, -1, 0));
    }

    /** Whether the calling thread's step ends before this line. */
    boolean end(int number, Site at) {
        Step step = steps.isEmpty() ? null : steps.get(Thread.currentThread());
        return step != null && step.ends(number, at);
    }

    void forget(Thread thread) {
        steps.remove(thread);
    }

    void clear() {
        steps.clear();
    }
}
