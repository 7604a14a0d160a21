package io.github.alprolab.dsl.record;

import io.github.alprolab.dsl.check.AdviceException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** One session a run folder: two at once would mix their checkpoints and numbers. */
public final class RunLock implements AutoCloseable {
    private static final String FILE = "run.lock";

    /** Somebody who only looks whether a session is there holds the lock for a moment. */
    private static final int TRIES = 3;

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

    /**
     * Folders that this process has locked. Their lock files are not opened a second time: POSIX
     * gives a process's lock back when it closes any channel of the file.
     */
    private static final Set<Path> HELD = new HashSet<>();

    private final FileChannel channel;
    private final Path folder;

    private RunLock(FileChannel channel, Path folder) {
        this.channel = channel;
        this.folder = folder;
    }

    static RunLock of(Path folder) {
        return of(folder, "Wait for that one or stop it, or train beside it: experiment.again()");
    }

    /**
     * Works while no other session may write a folder, which is made where it is not there.
     *
     * @param advice what to do where another session has it
     * @throws AdviceException C14 where another session has it
     */
    public static void holding(Path folder, String advice, Runnable work) {
        RunLock lock = of(folder, advice);
        try {
            work.run();
        } finally {
            lock.close();
        }
    }

    private static RunLock of(Path folder, String advice) {
        try {
            Files.createDirectories(folder);
            Path real = folder.toRealPath();
            for (int i = 0; i < TRIES; i++) {
                FileChannel channel = locked(real);
                if (channel != null) {
                    return new RunLock(channel, real);
                }
                LockSupport.parkNanos(PAUSE);
            }
            throw new AdviceException(
                    "C14", folder + " is being written by another session.", advice);
        } catch (IOException e) {
            throw new RecordException(folder + " cannot be locked", e);
        }
    }

    /** Whether a session is at work in a folder; where that cannot be told, it counts as one. */
    static boolean isHeld(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return false;
        }
        synchronized (HELD) {
            try {
                if (HELD.contains(folder.toRealPath())) {
                    return true;
                }
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                        FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
                    return lock == null;
                }
            } catch (IOException | OverlappingFileLockException e) {
                return true;
            }
        }
    }

    /** The open channel of the lock's file; null where somebody else has it. */
    private static FileChannel locked(Path folder) throws IOException {
        synchronized (HELD) {
            if (HELD.contains(folder)) {
                return null;
            }
            FileChannel channel =
                    FileChannel.open(
                            folder.resolve(FILE),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (!isFree(channel)) {
                channel.close();
                return null;
            }
            HELD.add(folder);
            return channel;
        }
    }

    private static boolean isFree(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false; // by this process, under another path
        }
    }

    @Override
    public void close() {
        synchronized (HELD) {
            HELD.remove(folder);
            try {
                channel.close();
            } catch (IOException e) {
                throw new RecordException("The lock of a run cannot be given back", e);
            }
        }
    }
}
