package io.github.alprolab.kernel.session;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jdk.jshell.SourceCodeAnalysis;

/**
 * JShell's index of every package and class of the JDK and the class path. JShell makes it at each
 * start, which takes a quarter of a second from the first cells and 20 MB for good; but only the
 * completion of a package's name asks for it, so it is held back until then, and the names of the
 * classes, for which nothing here asks, are given up. Where JShell is not open to this kernel it
 * does as it likes.
 */
final class PackageIndex {
    private static final System.Logger LOG = System.getLogger(PackageIndex.class.getName());

    /** Who completes a name waits no longer than this. */
    private static final int PATIENCE_SECONDS = 2;

    private final SourceCodeAnalysis analysis;
    private final Optional<ExecutorService> indexer;
    private boolean held;

    /** Holds the index back. */
    PackageIndex(SourceCodeAnalysis analysis) {
        this.analysis = analysis;
        this.indexer = JShellInternals.areOpen() ? hold() : Optional.empty();
        this.held = indexer.isPresent();
    }

    private Optional<ExecutorService> hold() {
        try {
            var thread = (ExecutorService) JShellInternals.read(analysis, "INDEXER");
            call("suspendIndexing"); // last, because who cannot go on must not have stopped it
            return Optional.of(thread);
        } catch (ReflectiveOperationException | ClassCastException e) {
            LOG.log(System.Logger.Level.WARNING, "JShell indexes at its own time: {0}", e);
            return Optional.empty();
        }
    }

    /** Has the index made, if it was not, and waits for it. */
    void need() {
        if (held) {
            release();
            refresh().ifPresent(PackageIndex::await);
        }
    }

    /** Lets JShell go on; it has one thread for the indexes of all sessions of a JVM. */
    void release() {
        if (held) {
            held = false;
            try {
                call("resumeIndexing");
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("What was suspended cannot be resumed", e);
            }
        }
    }

    /** JShell indexes what was added to the class path. */
    void classPathGrew() {
        if (!held) {
            refresh();
        }
    }

    /** Gives the names of classes up, after what the indexing thread has to do now. */
    private Optional<Future<?>> refresh() {
        return indexer.map(thread -> thread.submit(this::forgetClassNames));
    }

    private Void forgetClassNames() throws ReflectiveOperationException {
        Map<?, ?> byPath = (Map<?, ?>) JShellInternals.read(analysis, "currentIndexes");
        synchronized (byPath) {
            for (Object index : byPath.values()) {
                ((Map<?, ?>) JShellInternals.read(index, "classSimpleName2FQN")).clear();
            }
        }
        return null;
    }

    private static void await(Future<?> work) {
        try {
            work.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException e) {
            LOG.log(System.Logger.Level.DEBUG, "Packages are still being indexed");
        } catch (ExecutionException e) {
            LOG.log(System.Logger.Level.WARNING, "Names of classes stay in memory: {0}", e);
        }
    }

    private void call(String method) throws ReflectiveOperationException {
        JShellInternals.method(analysis.getClass(), method).invoke(analysis);
    }
}
