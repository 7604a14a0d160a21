package io.github.alprolab.kernel;

import com.fasterxml.jackson.databind.node.NullNode;
import io.github.alprolab.kernel.install.Jdk;
import io.github.alprolab.kernel.install.Refusal;
import io.github.alprolab.kernel.protocol.ConnectionFile;
import io.github.alprolab.kernel.protocol.Message;
import io.github.alprolab.kernel.protocol.Signer;
import io.github.alprolab.kernel.protocol.Wire;
import io.github.alprolab.kernel.request.KernelInfo;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Starts the kernel: {@code Main CONNECTION_FILE}. */
public final class Main {
    private Main() {}

    /**
     * Serves until a client asks to shut down. With {@code --warm-up} it only loads what a start
     * and a first cell need, for the class-data archive.
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Jdk.fault().or(Main::folderFault).ifPresent(Refusal::exit);
        drawWithoutScreen();
        if (arguments.length != 1) {
            Refusal.exit("Usage: Main CONNECTION_FILE; Jupyter gives the file.");
        }
        if (arguments[0].equals("--warm-up")) {
            WarmUp.run();
            System.exit(0);
        }
        Thread ahead = new Thread(Main::prepare, "kernel-prepares");
        ahead.setDaemon(true);
        ahead.start();
        try {
            new Kernel(ConnectionFile.read(Path.of(arguments[0]))).run();
        } catch (IOException e) {
            Refusal.exit("The kernel cannot start: " + e);
        }
        System.exit(0);
    }

    /** Pictures are made in memory, unless an option of the JVM says otherwise. */
    static void drawWithoutScreen() {
        System.getProperties().putIfAbsent("java.awt.headless", "true");
    }

    /** In such a folder no Java can so much as open its own log. */
    private static Optional<String> folderFault() {
        try {
            Path.of(System.getProperty("user.dir"));
            return Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.of(
                    "The name of the notebook's folder has signs that the locale of this process"
                            + " does not know; start Jupyter with LC_ALL=C.UTF-8 or another locale"
                            + " of UTF-8, or rename the folder.");
        }
    }

    /** Loads what the first reply needs, while the sockets are bound. */
    private static void prepare() {
        Message reply =
                Message.of(
                        "kernel_info_reply",
                        List.of(),
                        "none",
                        NullNode.getInstance(),
                        KernelInfo.content());
        new Wire(new Signer("hmac-sha256", "none")).encode(reply);
    }
}
