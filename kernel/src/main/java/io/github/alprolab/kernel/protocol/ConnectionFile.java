package io.github.alprolab.kernel.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the client listens and how messages are signed, as Jupyter writes it for a kernel. */
public record ConnectionFile(
        String transport,
        String ip,
        int shellPort,
        int iopubPort,
        int stdinPort,
        int controlPort,
        int heartbeatPort,
        String signatureScheme,
        String key) {

    /**
     * Reads the file. Field by field, because binding a class by Jackson takes a fifth of the
     * kernel's start.
     *
     * @throws IOException when it is missing or no connection file
     */
    public static ConnectionFile read(Path file) throws IOException {
        JsonNode json = Message.JSON.readTree(Files.readAllBytes(file));
        return new ConnectionFile(
                transport(json, file),
                text(json, file, "ip"),
                port(json, file, "shell_port"),
                port(json, file, "iopub_port"),
                port(json, file, "stdin_port"),
                port(json, file, "control_port"),
                port(json, file, "hb_port"),
                text(json, file, "signature_scheme"),
                text(json, file, "key"));
    }

    private static String text(JsonNode json, Path file, String field) throws IOException {
        return field(json, file, field, json.path(field).isTextual()).asText();
    }

    private static String transport(JsonNode json, Path file) throws IOException {
        JsonNode named = json.path("transport");
        boolean known = named.asText().equals("tcp") || named.asText().equals("ipc");
        return field(json, file, "transport", known).asText();
    }

    private static int port(JsonNode json, Path file, String field) throws IOException {
        return field(json, file, field, json.path(field).isInt()).asInt();
    }

    private static JsonNode field(JsonNode json, Path file, String field, boolean fits)
            throws IOException {
        if (!fits) {
            throw new IOException(
                    file + " is no connection file: its " + field + " is " + json.path(field));
        }
        return json.path(field);
    }

    /**
     * Where a port is bound: {@code ip:port} by TCP, and by the transport ipc, which has files in
     * the place of ports, {@code ip-port}.
     */
    SocketAddress address(int port) {
        if (transport.equals("ipc")) {
            return UnixDomainSocketAddress.of(ip + "-" + port);
        }
        return ip.equals("*") ? new InetSocketAddress(port) : new InetSocketAddress(ip, port);
    }
}
