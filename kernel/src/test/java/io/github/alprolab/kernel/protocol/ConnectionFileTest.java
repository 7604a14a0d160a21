package io.github.alprolab.kernel.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Connection files as Jupyter writes them, and files that are none. */
class ConnectionFileTest {
    private static final String JUPYTER =
            """
            {"shell_port": 57503, "iopub_port": 40885, "stdin_port": 52597,
             "control_port": 48419, "hb_port": 42709, "ip": "127.0.0.1",
             "key": "a0436f6c-1916498eb8eb9e81ab9368e7", "transport": "tcp",
             "signature_scheme": "hmac-sha256", "kernel_name": "java", "jupyter_session": "n.ipynb"}
            """;

    @TempDir Path folder;

    @Test
    void everyFieldOfJupytersFileIsRead() throws IOException {
        assertThat(read(JUPYTER))
                .isEqualTo(
                        new ConnectionFile(
                                "tcp",
                                "127.0.0.1",
                                57503,
                                40885,
                                52597,
                                48419,
                                42709,
                                "hmac-sha256",
                                "a0436f6c-1916498eb8eb9e81ab9368e7"));
    }

    @Test
    void portsOfTcpAreBoundAtTheAddressAndThoseOfIpcAreFiles() throws IOException {
        String every = JUPYTER.replace("127.0.0.1", "*");
        String ipc = JUPYTER.replace("tcp", "ipc").replace("127.0.0.1", "/run/kernel");

        assertThat(read(JUPYTER).address(57503))
                .isEqualTo(new InetSocketAddress("127.0.0.1", 57503));
        assertThat(read(every).address(57503)).isEqualTo(new InetSocketAddress(57503));
        assertThat(read(ipc).address(1)).isEqualTo(UnixDomainSocketAddress.of("/run/kernel-1"));
    }

    @Test
    void aTransportThatDoesNotExistIsNamed() {
        assertThatThrownBy(() -> read(JUPYTER.replace("tcp", "carrier pigeon")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("carrier pigeon");
    }

    @Test
    void aMissingFileIsNamed() {
        Path missing = folder.resolve("missing.json");

        assertThatThrownBy(() -> ConnectionFile.read(missing))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("missing.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no json", "[]", "42", "{\"ip\": ", "{\"ip\": {}}"})
    void whatIsNoConnectionFileIsRefused(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "shell_port, 57503",
        "iopub_port, 40885",
        "stdin_port, 52597",
        "control_port, 48419",
        "hb_port, 42709"
    })
    void aPortThatIsNoNumberIsNamed(String field, String port) {
        String text = JUPYTER.replace(port, "\"many\"");

        assertThatThrownBy(() -> read(text))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(field)
                .hasMessageContaining("many");
    }

    private ConnectionFile read(String text) throws IOException {
        return ConnectionFile.read(Files.writeString(folder.resolve("kernel.json"), text));
    }
}
