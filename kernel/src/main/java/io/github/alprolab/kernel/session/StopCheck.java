package io.github.alprolab.kernel.session;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.locks.LockSupport;

/**
 * The check that is woven into every loop and method of a cell's own classes, so that what runs
 * without any blocking call can be stopped. The checks of a class are one call site that does
 * nothing, which the compiler removes from loops; a stop replaces what it calls, and the JVM then
 * leaves the compiled code. The classes of a snippet that was left behind stay so until its thread
 * ends; others are as fast as before.
 */
public final class StopCheck {
    private static final long MOMENT = 20_000_000;
    private static final MethodType TYPE = MethodType.methodType(void.class);
    private static final MethodHandle GO_ON = MethodHandles.empty(TYPE);
    private static final MethodHandle STOP = stop();

    // Snippet classes are static code and can reach nothing else than static fields.
    private static final Map<Class<?>, MutableCallSite> SITES = new WeakHashMap<>();

    /** JShell's class around the snippet that each thread was left in. */
    private static final Map<Thread, String> LEFT = new ConcurrentHashMap<>();

    private static volatile Thread target;
    private static volatile boolean stopping;
    private static volatile boolean lasting;

    private StopCheck() {}

    /** The call site of a class's checks; called by the JVM when a loop is reached first. */
    public static CallSite site(MethodHandles.Lookup caller, String name, MethodType type) {
        synchronized (SITES) {
            return SITES.computeIfAbsent(
                    caller.lookupClass(), one -> new MutableCallSite(called(one)));
        }
    }

    /**
     * Asks the loops of a thread to end, and those that work for it in parallel streams. The first
     * time one loop ends, because what cleans up behind it may loop itself; asked again, all do,
     * also behind a {@code catch} that takes everything.
     */
    static void stop(Thread cell) {
        lasting = stopping;
        target = cell;
        stopping = true;
        renew();
    }

    /** Ends the stop; parallel work of the cell that goes on by itself gets a moment to see it. */
    static void clear() {
        target = null;
        if (stopping) {
            LockSupport.parkNanos(MOMENT);
            stopping = false;
            renew();
        }
    }

    /** Ends the loops of one snippet whenever its thread comes back to them, and no others. */
    static void leave(Thread thread, String wrapper) {
        LEFT.put(thread, wrapper);
        target = null;
        stopping = false;
        renew();
    }

    /** A thread that was left behind has ended. */
    static void ended(Thread thread) {
        if (LEFT.remove(thread) != null) {
            renew();
        }
    }

    private static void check() {
        Thread here = Thread.currentThread();
        if (LEFT.containsKey(here)) {
            throw new LeftBehind(null);
        }
        if (here == target) {
            target = lasting ? here : null;
            throw new CellStopped();
        }
        if (here instanceof ForkJoinWorkerThread) {
            throw new CellStopped();
        }
    }

    private static MethodHandle called(Class<?> type) {
        boolean left = LEFT.containsValue(SnippetClasses.wrapper(type.getName()));
        return stopping || left ? STOP : GO_ON;
    }

    private static void renew() {
        synchronized (SITES) {
            List<MutableCallSite> changed = new ArrayList<>();
            SITES.forEach(
                    (type, site) -> {
                        MethodHandle handle = called(type);
                        if (site.getTarget() != handle) {
                            site.setTarget(handle);
                            changed.add(site);
                        }
                    });
            MutableCallSite.syncAll(changed.toArray(MutableCallSite[]::new));
        }
    }

    private static MethodHandle stop() {
        try {
            return MethodHandles.lookup().findStatic(StopCheck.class, "check", TYPE);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
