package io.github.alprolab.kernel.protocol;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;

/** Where the client listens and how messages are signed, as Jupyter writes it for a kernel. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ConnectionFile(
        String transport,
        String ip,
        @JsonProperty("shell_port") int shellPort,
        @JsonProperty("iopub_port") int iopubPort,
        @JsonProperty("stdin_port") int stdinPort,
        @JsonProperty("control_port") int controlPort,
        @JsonProperty("hb_port") int heartbeatPort,
        @JsonProperty("signature_scheme") String signatureScheme,
        String key) {

    /**
     * Reads the file.
     *
     * @throws IOException when it is missing or no connection file
     */
    public static ConnectionFile read(Path file) throws IOException {
        return new ObjectMapper().readValue(file.toFile(), ConnectionFile.class);
    }

    String address(int port) {
        return transport.equals("tcp")
                ? "tcp://" + ip + ":" + port
                : transport + "://" + ip + "-" + port;
    }
}
