package io.github.alprolab.kernel;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.alprolab.kernel.protocol.ConnectionFile;
import io.github.alprolab.kernel.protocol.Message;
import io.github.alprolab.kernel.protocol.Signer;
import io.github.alprolab.kernel.protocol.Wire;
import io.github.alprolab.kernel.zmtp.Client;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A kernel that talks to itself, so that everything a start and a first cell need is loaded when
 * the class-data archive is made.
 */
final class WarmUp {
    private static final String SCHEME = "hmac-sha256";
    private static final int PATIENCE = 20_000;

    private static final List<String> CELLS =
            List.of(
                    "1 + 1",
                    "int twice(int n) { return 2 * n; }\nfor (int i = 0; i < 2; i++) twice(i);",
                    "var words = List.of(\"a\", \"b\");\nSystem.out.println(words);\nwords",
                    "record Pair(int a, int b) {}\nnew Pair(1, 2)",
                    "words.sizes()",
                    "throw new IllegalStateException(\"seen\");",
                    "display(\"shown\");");

    private final ConnectionFile connection;
    private final Wire wire;

    private WarmUp() throws IOException {
        int[] ports = freePorts();
        connection =
                new ConnectionFile(
                        "tcp",
                        "127.0.0.1",
                        ports[0],
                        ports[1],
                        ports[2],
                        ports[3],
                        ports[4],
                        SCHEME,
                        "warm-up");
        wire = new Wire(new Signer(SCHEME, connection.key()));
    }

    /** Runs a few cells; what cannot be reached in time is not in the archive, and that is all. */
    static void run() throws IOException {
        new WarmUp().serve();
    }

    private void serve() throws IOException {
        Kernel kernel = new Kernel(connection);
        Thread thread = new Thread(() -> serve(kernel), "warm-up");
        thread.setDaemon(true);
        thread.start();
        try (Client iopub = new Client("SUB", connection.iopubPort(), PATIENCE);
                Client shell = new Client("DEALER", connection.shellPort(), PATIENCE)) {
            iopub.send(List.of(new byte[] {1})); // subscribes to everything
            ask(shell, "kernel_info_request", Map.of());
            for (String cell : CELLS) {
                ask(shell, "execute_request", Map.of("code", cell, "stop_on_error", false));
            }
            ask(shell, "complete_request", Map.of("code", "words.s", "cursor_pos", 7));
            ask(shell, "inspect_request", Map.of("code", "Math.max", "cursor_pos", 8));
            ask(shell, "is_complete_request", Map.of("code", "for (;;) {"));
        } catch (SocketTimeoutException e) {
            System.err.println("The rest is too slow here to be in the archive: " + e.getMessage());
        }
    }

    private static void serve(Kernel kernel) {
        try {
            kernel.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask(Client shell, String type, Map<String, Object> content) throws IOException {
        var none = JsonNodeFactory.instance.objectNode();
        shell.send(wire.encode(Message.of(type, List.of(), "warm-up", none, content)));
        wire.decode(shell.receive());
    }

    private static int[] freePorts() throws IOException {
        int[] ports = new int[5];
        List<ServerSocket> held = new ArrayList<>();
        for (int i = 0; i < ports.length; i++) {
            held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            ports[i] = held.get(i).getLocalPort();
        }
        for (ServerSocket socket : held) {
            socket.close();
        }
        return ports;
    }
}
