package io.github.alprolab.kernel.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.kernel.protocol.LoopbackClient;
import io.github.alprolab.kernel.protocol.Message;
import io.github.alprolab.kernel.protocol.ZmtpSocket;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Lines that a cell asks its client for. */
@Timeout(60)
class InputPromptTest {
    private final CountDownLatch connected = new CountDownLatch(1);
    private final LoopbackClient client =
            new LoopbackClient((channel, message) -> connected.countDown());
    private final ZmtpSocket stdin = client.dealer(client.connection().stdinPort());
    private final CellStreams streams = new CellStreams();
    private final InputPrompt input = new InputPrompt(client.sockets(), "kernel", streams);

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void aClientThatTakesNoInputIsNotAsked() {
        begin(false);

        assertThatThrownBy(input::read)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("does not take input");
    }

    @Test
    void anAnswerIsReadAsOneLine() throws Exception {
        begin(true);
        CompletableFuture<Message> asked = answer("grün");
        byte[] line = new byte[20];
        int count = input.read(line, 0, line.length);

        assertThat(new String(line, 0, count, StandardCharsets.UTF_8)).isEqualTo("grün\n");
        assertThat(asked.get().type()).isEqualTo("input_request");
        assertThat(asked.get().parent()).isEqualTo(streams.current().request().header());
    }

    @Test
    void aLineCanBeReadInParts() throws Exception {
        begin(true);
        answer("abc");

        assertThat(input.read()).isEqualTo('a');
        assertThat(input.available()).isEqualTo(3);
        assertThat(input.readNBytes(3)).isEqualTo("bc\n".getBytes(StandardCharsets.UTF_8));
        assertThat(input.available()).isZero();
    }

    @Test
    void anAnswerThatNobodyAskedForIsForgotten() throws Exception {
        begin(true);
        input.reply("stale");
        answer("fresh");

        assertThat((char) input.read()).isEqualTo('f');
    }

    @Test
    void readingNothingAsksNobody() {
        begin(false);

        assertThat(input.read(new byte[0], 0, 0)).isZero();
    }

    @Test
    void anInterruptEndsTheWaiting() throws InterruptedException {
        begin(true);
        Thread.currentThread().interrupt();

        assertThatThrownBy(input::read).hasCauseInstanceOf(InterruptedIOException.class);
    }

    private void begin(boolean allowed) {
        Message request = LoopbackClient.request("execute_request", Map.of("allow_stdin", allowed));
        streams.begin(new Cell(client.sockets(), "kernel", request, 1, false));
    }

    /** Connects the client, and answers the next request for input on another thread. */
    private CompletableFuture<Message> answer(String line) throws InterruptedException {
        client.send(stdin, LoopbackClient.request("hello", Map.of()));
        connected.await();
        return CompletableFuture.supplyAsync(
                () -> {
                    Message asked = client.receive(stdin);
                    input.reply(line);
                    return asked;
                });
    }
}
