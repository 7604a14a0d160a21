package io.github.alprolab.kernel.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Messages over real sockets of this machine. */
class SocketsTest {
    private record Received(Channel channel, Message message) {}

    private final LinkedBlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private final LoopbackClient client =
            new LoopbackClient(
                    (channel, message) -> {
                        received.add(new Received(channel, message));
                        if (message.type().equals("faulty_request")) {
                            throw new IllegalStateException("a request that cannot be handled");
                        }
                    });

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void aRequestArrivesWithItsSenderAndTheReplyFindsBack() throws InterruptedException {
        ZmtpSocket shell = client.dealer(client.connection().shellPort());
        client.send(shell, LoopbackClient.request("a_request", Map.of("code", "1")));
        Message request = next().message();

        assertThat(request.identities()).containsExactly(LoopbackClient.IDENTITY);
        client.sockets().send(Channel.SHELL, reply(request));

        assertThat(client.receive(shell).parent()).isEqualTo(request.header());
    }

    @Test
    void everyChannelNamesItself() throws InterruptedException {
        ConnectionFile at = client.connection();
        Map<Channel, Integer> ports =
                Map.of(
                        Channel.SHELL, at.shellPort(),
                        Channel.CONTROL, at.controlPort(),
                        Channel.STDIN, at.stdinPort());
        for (Map.Entry<Channel, Integer> one : ports.entrySet()) {
            client.send(
                    client.dealer(one.getValue()), LoopbackClient.request("a_request", Map.of()));
            assertThat(next().channel()).isEqualTo(one.getKey());
        }
    }

    @Test
    void aForgedMessageIsDroppedAndTheNextOneArrives() throws InterruptedException {
        ZmtpSocket shell = client.dealer(client.connection().shellPort());
        Wire forger = new Wire(new Signer("hmac-sha256", "guessed"));
        Message forged = LoopbackClient.request("forged_request", Map.of());
        List<byte[]> frames = forger.encode(forged);
        shell.send(frames.subList(1, frames.size()));
        client.send(shell, LoopbackClient.request("a_request", Map.of()));

        assertThat(next().message().type()).isEqualTo("a_request");
    }

    @Test
    void aReceiverThatFailsDoesNotEndTheSockets() throws InterruptedException {
        ZmtpSocket shell = client.dealer(client.connection().shellPort());
        client.send(shell, LoopbackClient.request("faulty_request", Map.of()));
        client.send(shell, LoopbackClient.request("a_request", Map.of()));

        assertThat(next().message().type()).isEqualTo("faulty_request");
        assertThat(next().message().type()).isEqualTo("a_request");
    }

    @Test
    void moreMessagesThanTheQueueHoldsArriveInOrder() {
        int count = 5000;
        IntStream.range(0, count).forEach(i -> publish("numbered", i));
        publish("end", count);

        assertThat(client.publishedUntil("end"))
                .extracting(m -> m.content().path("number").asInt())
                .containsExactlyElementsOf(IntStream.range(0, count).boxed().toList());
    }

    @Test
    void theHeartbeatEchoes() {
        byte[] beat = "beat".getBytes(StandardCharsets.US_ASCII);

        assertThat(client.echo(beat)).isEqualTo(beat);
    }

    private Received next() throws InterruptedException {
        Received next = received.poll(20, TimeUnit.SECONDS);
        assertThat(next).as("a received message").isNotNull();
        return next;
    }

    private void publish(String type, int number) {
        client.sockets()
                .send(Channel.IOPUB, LoopbackClient.request(type, Map.of("number", number)));
    }

    private static Message reply(Message request) {
        return Message.of(
                "a_reply", request.identities(), "kernel", request.header(), Map.of("ok", true));
    }
}
