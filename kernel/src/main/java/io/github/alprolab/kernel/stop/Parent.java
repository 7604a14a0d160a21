package io.github.alprolab.kernel.stop;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The process that started the kernel. Jupyter names itself by {@link #VARIABLE}; a kernel that
 * outlives it would wait for messages that nobody can send any more.
 */
public final class Parent {
    public static final String VARIABLE = "JPY_PARENT_PID";

    private static final String NUMBER = "[1-9]\\d{0,17}";
    private static final long INIT = 1;

    /** Looks in a row, a second apart, that must not find it. */
    private static final int LOOKS = 2;

    private Parent() {}

    /** Does work when the process of this number is gone; where none is named, never. */
    public static void watch(String named, Runnable whenGone) {
        if (named == null || !named.matches(NUMBER)) {
            return;
        }
        Runnable work =
                () -> {
                    if (waitUntilGone(Long.parseLong(named))) {
                        whenGone.run();
                    }
                };
        Thread thread = new Thread(work, "kernel-parent");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * A wrapper may stand between, so the named process counts as long as it is above this one. One
     * that is not above is a handle, as on Windows, or of a container's outside, and who started
     * the kernel counts in its place; unless that is init, which adopts what others left.
     */
    private static boolean waitUntilGone(long named) {
        List<Long> first = above();
        if (first.isEmpty()) {
            return false;
        }
        long watched = first.contains(named) ? named : first.get(0);
        boolean adopted = watched == INIT && named != INIT;
        int misses = adopted ? LOOKS : 0;
        try {
            while (misses < LOOKS) {
                TimeUnit.SECONDS.sleep(1);
                misses = isGone(watched) ? misses + 1 : 0;
            }
        } catch (InterruptedException e) {
            return false;
        }
        return true;
    }

    /**
     * Where nothing is above, files cannot be opened at the moment; Windows alone adopts nobody.
     * Where cells have filled the heap, nothing can be seen.
     */
    private static boolean isGone(long watched) {
        try {
            List<Long> above = above();
            boolean windows = System.getProperty("os.name").startsWith("Windows");
            return (!above.isEmpty() || windows) && !above.contains(watched);
        } catch (OutOfMemoryError e) {
            return false;
        }
    }

    /** The processes above this one, its own parent first. */
    private static List<Long> above() {
        return Stream.iterate(
                        ProcessHandle.current().parent(),
                        Optional::isPresent,
                        process -> process.flatMap(ProcessHandle::parent))
                .map(process -> process.orElseThrow().pid())
                .toList();
    }
}
