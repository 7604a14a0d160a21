package io.github.alprolab.dsl.record;

import io.github.alprolab.dsl.check.AdviceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Another process that locks a run folder and holds it until it is killed. */
final class LockHolder {
    private LockHolder() {}

    /** Says “locked” or “refused”; the argument is the folder. */
    public static void main(String[] arguments) {
        try {
            new RunFolder(Path.of(arguments[0]))
                    .alone(
                            () -> {
                                System.out.println("locked");
                                waitToBeKilled();
                            });
        } catch (AdviceException e) {
            System.out.println("refused");
        }
    }

    static Process start(Path folder) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockHolder.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
    }

    /** Whether another process gets the lock. */
    static boolean canLock(Path folder) {
        try {
            Process other = start(folder);
            try {
                return "locked".equals(other.inputReader().readLine());
            } finally {
                other.destroyForcibly().waitFor();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void waitToBeKilled() {
        try {
            System.in.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
