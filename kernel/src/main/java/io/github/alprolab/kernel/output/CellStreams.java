package io.github.alprolab.kernel.output;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Takes the place of {@code System.out} and {@code System.err}: text of any thread goes to the
 * running cell, or to the last one where none runs. Nothing is lost.
 */
public final class CellStreams {
    private static final int FLUSH_MILLISECONDS = 50;

    private final ScheduledExecutorService flusher =
            Executors.newSingleThreadScheduledExecutor(
                    work -> {
                        Thread thread = new Thread(work, "kernel-flusher");
                        thread.setDaemon(true);
                        return thread;
                    });
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final Map<Thread, Cell> left = new ConcurrentHashMap<>();
    private volatile Cell current;
    private PrintStream ownOut;
    private PrintStream ownErr;

    /** Redirects this JVM's streams. */
    public void install() {
        renew(out, err);
        flusher.scheduleWithFixedDelay(
                this::flushGuarded, FLUSH_MILLISECONDS, FLUSH_MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    /** The streams of cells, unless a cell put others in their place. */
    private void renew(PrintStream lastOut, PrintStream lastErr) {
        if (System.out == lastOut) {
            ownOut = stream("stdout");
            System.setOut(ownOut);
        }
        if (System.err == lastErr) {
            ownErr = stream("stderr");
            System.setErr(ownErr);
        }
    }

    /**
     * What a thread that was left behind puts out belongs to its own cell, until it has ended. It
     * may hold the lock of a stream, so that other cells need others.
     */
    public void leave(Thread thread) {
        left.put(thread, current());
        renew(ownOut, ownErr);
    }

    /** A thread that was left behind has ended. */
    public void ended(Thread thread) {
        Cell cell = left.remove(thread);
        if (cell != null) {
            cell.end();
        }
    }

    /** Whether the calling thread was left behind. */
    boolean isLeft() {
        return left.containsKey(Thread.currentThread());
    }

    /** Sends what was printed; what is printed from now on goes where it went at first. */
    public void giveBack() {
        System.setOut(out);
        System.setErr(err);
        Cell last = current;
        if (last != null) {
            last.end();
        }
    }

    /**
     * Makes a cell the running one. It is so before the end of the last, so that a thread that is
     * too late sees it; its lock keeps what it prints behind what the last printed.
     */
    public void begin(Cell cell) {
        synchronized (cell) {
            Cell last = current;
            current = cell;
            if (last != null) {
                last.end(); // also what its threads printed since
            }
        }
    }

    /** The running cell, or the last; for a thread that was left behind its own. */
    public Cell current() {
        Cell own = left.isEmpty() ? null : left.get(Thread.currentThread());
        return own == null ? current : own;
    }

    /** Sends what was printed so far. */
    public void flush() {
        Cell cell = current;
        if (cell != null) {
            cell.flush();
        }
        left.values().forEach(Cell::flush);
    }

    /** The timer would never call again after an error, such as that of a full heap. */
    private void flushGuarded() {
        try {
            flush();
        } catch (OutOfMemoryError e) {
            return; // the text is still there for the next time
        }
    }

    private PrintStream stream(String name) {
        return new PrintStream(new Utf8(name), true, StandardCharsets.UTF_8);
    }

    private void print(String name, String text) {
        Cell cell = current();
        if (cell != null) {
            cell.print(name, text);
            if (cell != current && !isLeft()) {
                cell.end(); // the next one began meanwhile, and nothing else would send this
            }
        }
    }

    /** Bytes to text; a character that is not whole yet waits for its rest. */
    private final class Utf8 extends OutputStream {
        private final String name;
        private byte[] rest = new byte[0];

        Utf8(String name) {
            this.name = name;
        }

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public synchronized void write(byte[] bytes, int start, int length) {
            byte[] all = new byte[rest.length + length];
            System.arraycopy(rest, 0, all, 0, rest.length);
            System.arraycopy(bytes, start, all, rest.length, length);
            int whole = all.length - unfinished(all);
            rest = Arrays.copyOfRange(all, whole, all.length);
            if (whole > 0) {
                print(name, new String(all, 0, whole, StandardCharsets.UTF_8));
            }
        }

        /** Bytes at the end that begin a character without ending it, at most 3. */
        private int unfinished(byte[] bytes) {
            for (int back = 1; back <= Math.min(3, bytes.length); back++) {
                int one = bytes[bytes.length - back] & 0xff;
                int needed = one >= 0xf0 ? 4 : one >= 0xe0 ? 3 : one >= 0xc0 ? 2 : 1;
                if (one < 0x80 || one >= 0xc0) {
                    return needed > back ? back : 0;
                }
            }
            return 0;
        }
    }
}
