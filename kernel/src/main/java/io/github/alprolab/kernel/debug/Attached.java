package io.github.alprolab.kernel.debug;

import io.github.alprolab.kernel.session.CellLine;
import io.github.alprolab.kernel.session.JavaSession;
import io.github.alprolab.kernel.session.LineHook;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

/** A debugger that is there: lines are woven, and threads stop at them. */
final class Attached implements LineHook.Listener {
    /** Numbers of frames are below this; what is added to them in its multiples is left out. */
    static final int FRAMES = 1 << 24;

    private final BooleanSupplier stopping;
    private final BiConsumer<String, Map<String, Object>> events;
    private final Breakpoints breakpoints;
    private final Sites sites;
    private final Steps steps = new Steps();
    private final Handles handles = new Handles();
    private final StackPicture picture;
    private final Weaver weaver;
    private final Map<Thread, Stop> stops = new ConcurrentHashMap<>();
    private final Errors errors;

    /**
     * Begins; cells that run now stop only in methods that they call from now on.
     *
     * @param stopping whether the cell is being interrupted, which nothing shall hold up
     * @param events is told what happens, by the protocol's names
     */
    Attached(
            JavaSession session,
            CellPaths paths,
            BooleanSupplier stopping,
            BiConsumer<String, Map<String, Object>> events)
            throws IOException {
        this.stopping = stopping;
        this.events = events;
        this.breakpoints =
                new Breakpoints(site -> site.place().map(CellLine::source).map(paths::path));
        this.sites = new Sites(breakpoints::add);
        this.picture = new StackPicture(sites, session::cellLine);
        this.errors = new Errors(picture);
        LineHook.listen(this);
        this.weaver = new Weaver(session::cellLine, sites);
    }

    /** Lets everything go on, and takes the hooks out. */
    void end() {
        LineHook.listen(null);
        weaver.remove();
        release();
    }

    Breakpoints breakpoints() {
        return breakpoints;
    }

    Handles handles() {
        return handles;
    }

    Collection<Stop> stops() {
        return stops.values();
    }

    Errors errors() {
        return errors;
    }

    /** Forgets steps and errors: their cell is over. */
    void cellEnds() {
        steps.clear();
        errors.clear();
    }

    /** Lets all stopped threads go on. */
    void release() {
        steps.clear();
        stops.values().forEach(Stop::goOn);
    }

    /** Stops a running thread at its next line. */
    void pause(Thread thread) {
        steps.pause(thread);
    }

    /** Lets a thread go on to a line that a step ends at. */
    void step(Stop from, Steps.Kind kind) {
        Site site = sites.at(from.site());
        if (kind == Steps.Kind.IN) {
            weaver.add(site.calls().stream().filter(name -> !StackPicture.isHidden(name)).toList());
        }
        steps.begin(kind, from, site.shownLine());
        from.goOn();
    }

    @Override
    public boolean wants(int number) {
        Site site = sites.at(number);
        return site != null && (errors.areWanted() || isStop(number, site)) && !isBusy();
    }

    private boolean isStop(int number, Site site) {
        return site.hasBreakpoint() || steps.end(number, site);
    }

    /** Whether the thread answers a question, or is being interrupted. */
    private boolean isBusy() {
        return stops.containsKey(Thread.currentThread()) || stopping.getAsBoolean();
    }

    @Override
    public void stop(int number, Object[] locals) {
        Site site = sites.at(number);
        if (errors.areWanted()) {
            errors.note(number, site, locals);
        }
        if (isStop(number, site)) {
            String reason = site.hasBreakpoint() ? "breakpoint" : "step";
            stop(number, picture.here(site, locals, true), Map.of("reason", reason));
        }
    }

    @Override
    public void thrown(Throwable error) {
        if (errors.areWanted() && !isBusy()) {
            errors.thrown(error)
                    .ifPresent(
                            fallen ->
                                    stop(
                                            fallen.number(),
                                            fallen.frames(),
                                            Map.of(
                                                    "reason",
                                                    "exception",
                                                    "description",
                                                    "Exception",
                                                    "text",
                                                    Texts.failure(error))));
        }
    }

    private void stop(int number, List<ShownFrame> frames, Map<String, Object> why) {
        Thread here = Thread.currentThread();
        steps.forget(here);
        Stop stop = new Stop(number, frames, LiveFrames.depth());
        stops.put(here, stop);
        tell("stopped", why);
        try {
            stop.await();
        } finally {
            stops.remove(here);
            if (stops.isEmpty()) {
                handles.clear();
            }
            tell("continued", Map.of());
        }
    }

    private void tell(String event, Map<String, Object> more) {
        Map<String, Object> body = new LinkedHashMap<>(more);
        body.put("threadId", Thread.currentThread().getId());
        body.put("stopped".equals(event) ? "allThreadsStopped" : "allThreadsContinued", false);
        events.accept(event, body);
    }

    /** The stopped thread of a frame. */
    Optional<Stop> stopOf(ShownFrame frame) {
        return stops.values().stream().filter(stop -> stop.frames().contains(frame)).findFirst();
    }

    /**
     * A frame of a stopped thread.
     *
     * @throws Refused where it is there no more
     */
    ShownFrame frame(int id) {
        return stops.values().stream()
                .map(Stop::frames)
                .flatMap(List::stream)
                .filter(frame -> frame.id() == id % FRAMES)
                .findFirst()
                .orElseThrow(() -> new Refused("This frame is there no more; its thread went on."));
    }

    /**
     * A stopped thread.
     *
     * @throws Refused where it runs
     */
    Stop stop(long thread) {
        return stops.values().stream()
                .filter(stop -> stop.thread().getId() == thread)
                .findFirst()
                .orElseThrow(() -> new Refused("Thread " + thread + " is not stopped."));
    }
}
