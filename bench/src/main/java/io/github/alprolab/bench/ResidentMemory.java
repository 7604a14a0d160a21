package io.github.alprolab.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What the operating system says of this process's memory, where it says so (Linux). */
public final class ResidentMemory {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path REFERENCES = Path.of("/proc/self/clear_refs");

    /** Of {@code clear_refs} in proc(5): the peak is set to what is resident now. */
    private static final String PEAK = "5";

    private ResidentMemory() {}

    /** KiB in memory now. */
    public static Optional<Long> now() throws IOException {
        return read("VmRSS:");
    }

    /** Most KiB that were in memory at once. */
    public static Optional<Long> peak() throws IOException {
        return read("VmHWM:");
    }

    /** Collects garbage and begins a new peak, where the system can (Linux). */
    public static void forget() throws IOException {
        System.gc();
        if (Files.isWritable(REFERENCES)) {
            Files.writeString(REFERENCES, PEAK);
        }
    }

    private static Optional<Long> read(String label) throws IOException {
        if (!Files.exists(STATUS)) {
            return Optional.empty();
        }
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith(label))
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst();
    }
}
