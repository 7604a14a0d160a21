package io.github.alprolab.kernel.debug;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** All woven beginnings of lines by their number. */
final class Sites {
    /** Numbers go on from one debugger to the next: old code may still run. */
    private static int next;

    private final int first;
    private final Consumer<List<Site>> whenMade;
    private volatile Site[] all = new Site[256];
    private int count;

    /**
     * Begins without any.
     *
     * @param whenMade is told the lines of each class before its code runs
     */
    Sites(Consumer<List<Site>> whenMade) {
        this.whenMade = whenMade;
        synchronized (Sites.class) {
            first = next;
        }
    }

    /** Gives a line its number. */
    synchronized int add(Site site) {
        Site[] grown = count < all.length ? all : Arrays.copyOf(all, 2 * count);
        grown[count++] = site;
        all = grown;
        synchronized (Sites.class) {
            next = Math.max(next, first + count);
        }
        return first + count - 1;
    }

    void made(List<Site> ofOneClass) {
        whenMade.accept(ofOneClass);
    }

    /** The line of a number; null for one of an earlier debugger. */
    Site at(int number) {
        Site[] now = all;
        int index = number - first;
        return index < 0 || index >= now.length ? null : now[index];
    }

    /** Every line, in the order of weaving. */
    synchronized Stream<Site> stream() {
        return Stream.of(Arrays.copyOf(all, count));
    }

    /** The line that a frame stands in. */
    Optional<Site> of(StackWalker.StackFrame frame) {
        return stream().filter(site -> site.isOf(frame)).reduce((older, newer) -> newer);
    }
}
