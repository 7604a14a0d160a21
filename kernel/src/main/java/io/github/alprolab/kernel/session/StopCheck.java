package io.github.alprolab.kernel.session;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.locks.LockSupport;

/**
 * The check that is woven into every loop and method of a cell's own classes, so that what runs
 * without any blocking call can be stopped. All checks are one call site that does nothing, which
 * the compiler removes from loops; a stop replaces what it calls, and the JVM then leaves the
 * compiled code.
 */
public final class StopCheck {
    private static final long MOMENT = 20_000_000;
    private static final MethodType TYPE = MethodType.methodType(void.class);
    private static final MethodHandle GO_ON = MethodHandles.empty(TYPE);
    private static final MethodHandle STOP = stop();

    // Snippet classes are static code and can reach nothing else than static fields.
    private static final MutableCallSite SITE = new MutableCallSite(GO_ON);
    private static volatile Thread target;
    private static volatile boolean lasting;

    private StopCheck() {}

    /** The one call site of all checks; called by the JVM when a loop is reached first. */
    public static CallSite site(MethodHandles.Lookup caller, String name, MethodType type) {
        return SITE;
    }

    /**
     * Asks the loops of a thread to end, and those that work for it in parallel streams. The first
     * time one loop ends, because what cleans up behind it may loop itself; asked again, all do,
     * also behind a {@code catch} that takes everything.
     */
    static void stop(Thread cell) {
        lasting = SITE.getTarget() != GO_ON;
        target = cell;
        set(STOP);
    }

    /** Ends the stop; parallel work of the cell that goes on by itself gets a moment to see it. */
    static void clear() {
        target = null;
        if (SITE.getTarget() != GO_ON) {
            LockSupport.parkNanos(MOMENT);
            set(GO_ON);
        }
    }

    private static void check() {
        Thread cell = target;
        Thread here = Thread.currentThread();
        if (here == cell) {
            target = lasting ? cell : null;
            throw new CellStopped();
        }
        if (here instanceof ForkJoinWorkerThread) {
            throw new CellStopped();
        }
    }

    private static void set(MethodHandle handle) {
        SITE.setTarget(handle);
        MutableCallSite.syncAll(new MutableCallSite[] {SITE});
    }

    private static MethodHandle stop() {
        try {
            return MethodHandles.lookup().findStatic(StopCheck.class, "check", TYPE);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
