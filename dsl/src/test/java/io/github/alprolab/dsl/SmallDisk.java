package io.github.alprolab.dsl;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A disk of some megabytes in memory, which can be filled and forbidden; needs root on Linux. */
final class SmallDisk implements AutoCloseable {
    private static final int BLOCK = 4096;

    private final Path path;

    private SmallDisk(Path path) {
        this.path = path;
    }

    /** Skips the test where nothing can be mounted. */
    static SmallDisk mountedOrSkip(Path path) throws IOException {
        Files.createDirectories(path);
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", path.toString()),
                "Only root on Linux may mount a small disk; a full disk cannot be shown here.");
        return new SmallDisk(path);
    }

    Path path() {
        return path;
    }

    /** Leaves no room. */
    void fill() throws IOException {
        fillUpTo(0);
    }

    /** Leaves so many bytes. */
    void fillUpTo(long left) throws IOException {
        try (OutputStream out = Files.newOutputStream(filling())) {
            while (path.toFile().getUsableSpace() > left) {
                out.write(new byte[BLOCK]);
            }
        }
    }

    void makeRoom() throws IOException {
        Files.delete(filling());
    }

    /**
     * Forbids writing to whoever comes by its path; a file that is open stays so, and would keep
     * the disk itself from becoming read-only.
     */
    void readOnly() throws IOException {
        require("mount", "--bind", path.toString(), path.toString());
        require("mount", "-o", "remount,ro,bind", path.toString());
    }

    void writable() throws IOException {
        require("umount", "-l", path.toString());
    }

    private static void require(String... command) throws IOException {
        if (!run(command)) {
            throw new IOException(String.join(" ", command) + " failed");
        }
    }

    private Path filling() {
        return path.resolve("filling");
    }

    private static boolean run(String... command) throws IOException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException e) {
            return false; // no such program
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        run("umount", "-l", path.toString());
    }
}
