package io.github.alprolab.kernel.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
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
    void whileACellWaitsForAClientThatDoesNotReadEverythingElseIsAnsweredAndNothingIsLost()
            throws Exception {
        int count = 60;
        ZmtpSocket shell = client.dealer(client.connection().shellPort());
        CompletableFuture<Void> cell = CompletableFuture.runAsync(() -> publishLarge(count));
        for (int i = 0; i < 20; i++) {
            client.send(shell, LoopbackClient.request("a_request", Map.of()));
            client.sockets().send(Channel.SHELL, reply(next().message()));
            assertThat(client.receive(shell).type()).isEqualTo("a_reply");
            assertThat(client.echo(new byte[] {1})).containsExactly(1);
        }
        assertThat(cell).as("what is longer than all the room").isNotDone();

        assertThat(client.publishedUntil("end"))
                .extracting(m -> m.content().path("number").asInt())
                .containsExactlyElementsOf(IntStream.range(0, count).boxed().toList());
        cell.get();
    }

    @Test
    void aClientThatReadsNothingForLongIsNotWaitedFor() throws Exception {
        int count = 60;
        try (LoopbackClient hasty =
                new LoopbackClient((channel, message) -> {}, Duration.ofSeconds(2))) {
            ZmtpSocket stopped = hasty.subscriber();
            assertThat(hasty.published().type()).isEqualTo("iopub_welcome"); // of the other
            CompletableFuture<Void> cell =
                    CompletableFuture.runAsync(() -> publishLarge(hasty, count));

            assertThat(hasty.publishedUntil("end")).hasSize(count);
            cell.get();
            assertThat(hasty.receive(stopped).content().path("number").asInt()).isZero();
        }
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

    private void publishLarge(int count) {
        publishLarge(client, count);
    }

    /** Megabytes with their numbers, and an end. */
    private static void publishLarge(LoopbackClient to, int count) {
        String text = "x".repeat(1_000_000);
        for (int i = 0; i < count; i++) {
            Map<String, Object> content = Map.of("number", i, "text", text);
            to.sockets().awaitRoom(() -> false);
            to.sockets().send(Channel.IOPUB, LoopbackClient.request("large", content));
        }
        to.sockets().send(Channel.IOPUB, LoopbackClient.request("end", Map.of()));
    }

    private static Message reply(Message request) {
        return Message.of(
                "a_reply", request.identities(), "kernel", request.header(), Map.of("ok", true));
    }
}
