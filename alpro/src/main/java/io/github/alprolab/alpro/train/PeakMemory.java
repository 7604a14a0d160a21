package io.github.alprolab.alpro.train;

import io.github.alprolab.alpro.tensor.EngineInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Watches the memory of this process, and of the GPU, until it is closed. */
final class PeakMemory implements AutoCloseable {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final int MILLISECONDS = 20;

    private final long before = resident();
    private final Thread watcher = new Thread(this::watch, "alpro-memory");
    private volatile long most = before;
    private volatile long device = EngineInfo.deviceBytes();

    private PeakMemory() {}

    /** Begins now. */
    static PeakMemory watched() {
        PeakMemory memory = new PeakMemory();
        memory.watcher.setDaemon(true);
        memory.watcher.start();
        return memory;
    }

    /** The most so far. */
    SmokeFigures.Memory most() {
        look();
        return new SmokeFigures.Memory(most, before, device);
    }

    private void watch() {
        try {
            while (true) {
                look();
                Thread.sleep(MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    private synchronized void look() {
        most = Math.max(most, resident());
        device = Math.max(device, EngineInfo.deviceBytes());
    }

    /** Bytes in memory; 0 where the system has no such file. */
    private static long resident() {
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    @Override
    public void close() {
        watcher.interrupt();
    }
}
