package io.github.alprolab.dsl.progress;

import java.util.concurrent.atomic.AtomicReference;

/**
 * The place where this process shows news: a notebook that offered its sink, else the console. A
 * process has one front-end, as it has one standard output, so this is the one thing that is not
 * passed along; no result depends on it.
 */
public final class FrontEnd {
    private static final AtomicReference<ProgressSink> OFFERED = new AtomicReference<>();

    private FrontEnd() {}

    /** Makes a sink the one that is used from now on. */
    public static void offer(ProgressSink sink) {
        OFFERED.set(sink);
    }

    /** The sink to use now. */
    public static ProgressSink current() {
        ProgressSink offered = OFFERED.get();
        return offered == null ? ConsoleProgress.standard() : offered;
    }
}
