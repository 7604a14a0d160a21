package io.github.alprolab.kernel;

import io.github.alprolab.kernel.install.Jdk;
import io.github.alprolab.kernel.protocol.ConnectionFile;
import io.github.alprolab.kernel.session.JavaSession;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Starts the kernel: {@code Main CONNECTION_FILE}. */
public final class Main {
    private Main() {}

    /**
     * Serves until a client asks to shut down. With {@code --warm-up} it only loads what a start
     * needs, for the class-data archive.
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Jdk.fault()
                .ifPresent(
                        fault -> {
                            System.err.println(fault);
                            System.exit(2);
                        });
        if (arguments.length != 1) {
            System.err.println("Usage: Main CONNECTION_FILE; Jupyter gives the file.");
            System.exit(2);
        }
        if (arguments[0].equals("--warm-up")) {
            try (JavaSession session = new JavaSession(List.of("java.util.*"))) {
                session.run("1 + 1", 1);
            }
            return;
        }
        new Kernel(ConnectionFile.read(Path.of(arguments[0]))).run();
        System.exit(0);
    }
}
