package io.github.alprolab.kernel.api.widget;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Sends what cells change in widgets, a moment later and all of it at once. */
final class WidgetTimer {
    private static final int MILLISECONDS = 30;

    // Widgets are made by cells, which can hand them nothing; the thread begins with the first.
    private static final ScheduledExecutorService TIMER =
            Executors.newSingleThreadScheduledExecutor(
                    work -> {
                        Thread thread = new Thread(work, "kernel-widgets");
                        thread.setDaemon(true);
                        return thread;
                    });

    private WidgetTimer() {}

    static void soon(Runnable work) {
        TIMER.schedule(work, MILLISECONDS, TimeUnit.MILLISECONDS);
    }
}
