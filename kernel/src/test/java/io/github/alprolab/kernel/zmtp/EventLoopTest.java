package io.github.alprolab.kernel.zmtp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that behave, and such that do not. */
class EventLoopTest {
    private static final byte[] NAME = "me".getBytes(US_ASCII);

    private final LinkedBlockingQueue<List<byte[]>> received = new LinkedBlockingQueue<>();
    private final Router router = new Router(received::add);

    @Test
    void aReplyFindsTheClientThatAsked() throws Exception {
        try (Served served = new Served(router);
                Client one = served.client("DEALER");
                Client other = served.client("DEALER")) {
            one.send(List.of("1".getBytes(US_ASCII)));
            List<byte[]> ofOne = received.poll(Served.PATIENCE, TimeUnit.MILLISECONDS);
            other.send(List.of("2".getBytes(US_ASCII)));
            List<byte[]> ofOther = received.poll(Served.PATIENCE, TimeUnit.MILLISECONDS);
            served.run(() -> send(ofOther));
            served.run(() -> send(ofOne));

            assertThat(one.receive()).containsExactly("1".getBytes(US_ASCII));
            assertThat(other.receive()).containsExactly("2".getBytes(US_ASCII));
        }
    }

    @Test
    void whatIsSentToNobodyIsDropped() throws Exception {
        try (Served served = new Served(router);
                Client client = served.client("DEALER")) {
            served.run(() -> send(List.of(NAME, new byte[] {1})));
            client.send(List.of(new byte[] {2}));

            assertThat(next()).last().isEqualTo(new byte[] {2});
        }
    }

    @Test
    void whoComesAgainUnderItsNameTakesOver() throws Exception {
        try (Served served = new Served(router);
                Socket first = joined(served);
                Socket second = joined(served)) {
            assertThat(first.getInputStream().read()).as("the end of the first").isEqualTo(-1);
            served.run(() -> send(List.of(NAME, new byte[] {7})));

            assertThat(second.getInputStream().readNBytes(3)).containsExactly(0, 1, 7);
        }
    }

    @Test
    void aSubscriberGetsWhatBeginsAsItAskedUntilItEndsThat() throws Exception {
        LinkedBlockingQueue<byte[]> topics = new LinkedBlockingQueue<>();
        Publisher publisher = new Publisher(topics::add);
        try (Served served = new Served(publisher);
                Client client = served.client("SUB")) {
            client.send(List.of("\1str".getBytes(US_ASCII)));
            assertThat(topics.take()).isEqualTo("str".getBytes(US_ASCII));
            publish(served, publisher, "status", "stream", "st");
            assertThat(text(client)).isEqualTo("stream");

            client.send(List.of("\0str".getBytes(US_ASCII)));
            client.send(List.of("\1sta".getBytes(US_ASCII)));
            assertThat(topics.take()).isEqualTo("sta".getBytes(US_ASCII));
            publish(served, publisher, "stream", "status");
            assertThat(text(client)).isEqualTo("status");
        }
    }

    @Test
    void aSlowSubscriberLosesNothingAndHoldsNobodyUp() throws Exception {
        LinkedBlockingQueue<byte[]> topics = new LinkedBlockingQueue<>();
        Publisher publisher = new Publisher(topics::add);
        int count = 400;
        try (Served served = new Served(publisher);
                Client slow = served.client("SUB");
                Client quick = served.client("SUB")) {
            for (Client client : List.of(slow, quick)) {
                client.send(List.of(new byte[] {1}));
                topics.take();
            }
            byte[] large = new byte[300_000]; // more than sockets hold
            for (int i = 0; i < count; i++) {
                byte[] number = ByteBuffer.allocate(4).putInt(i).array();
                served.run(() -> publisher.send(Pieces.each(List.of(number, large)), () -> {}));
            }
            for (Client client : List.of(quick, slow)) {
                for (int i = 0; i < count; i++) {
                    List<byte[]> message = client.receive();
                    assertThat(ByteBuffer.wrap(message.get(0)).getInt()).isEqualTo(i);
                    assertThat(message.get(1)).hasSize(large.length);
                }
            }
        }
    }

    @Test
    void whoReadsNothingIsForgottenAndTheOthersLoseNothing() throws Exception {
        LinkedBlockingQueue<byte[]> topics = new LinkedBlockingQueue<>();
        Publisher publisher = new Publisher(topics::add);
        int count = 60;
        LinkedBlockingQueue<Integer> gone = new LinkedBlockingQueue<>();
        try (Served served = new Served(publisher);
                Client stopped = served.client("SUB");
                Client reader = served.client("SUB")) {
            for (Client client : List.of(stopped, reader)) {
                client.send(List.of(new byte[] {1}));
                topics.take();
            }
            for (int i = 0; i < count; i++) {
                int number = i;
                List<byte[]> message = List.of(new byte[] {(byte) i}, new byte[500_000]);
                served.run(() -> publisher.send(Pieces.each(message), () -> gone.add(number)));
            }
            for (int i = 0; i < count; i++) {
                assertThat(reader.receive().get(0)).containsExactly(i);
            }
            assertThat(gone).as("messages that both have").hasSizeLessThan(count);
            served.forgetUnread(Duration.ZERO);
            for (int i = gone.size(); i < count; i++) {
                assertThat(gone.poll(Served.PATIENCE, TimeUnit.MILLISECONDS)).isNotNull();
            }
            CountDownLatch behind = new CountDownLatch(1);
            served.run(behind::countDown); // what gave the messages up tells of it last
            assertThat(behind.await(Served.PATIENCE, TimeUnit.MILLISECONDS)).isTrue();
            assertThat(served.told()).hasSize(1);
            assertThat(served.told().get(0)).contains("XPUB").contains("took none of");

            int last = stopped.receive().get(0)[0];
            while (served.told().size() < 2) { // until it is known to read again
                last = stopped.receive().get(0)[0];
            }
            assertThat(last).isLessThan(count - 1);
            assertThat(served.told().get(1)).contains("takes bytes again").contains("missed");
            publish(served, publisher, "z");
            byte[] next = stopped.receive().get(0);
            while (next[0] != 'z') {
                next = stopped.receive().get(0);
            }
        }
    }

    @Test
    void whoReadsNoAnswersIsNotAskedForMoreUntilItDoes() throws Exception {
        int asked = 400;
        byte[] answer = new byte[200_000];
        LinkedBlockingQueue<Integer> heard = new LinkedBlockingQueue<>();
        Router[] answering = new Router[1];
        answering[0] =
                new Router(
                        question -> {
                            heard.add((int) question.get(1)[0]);
                            List<byte[]> frames = List.of(question.get(0), answer);
                            answering[0].send(Pieces.each(frames), () -> {});
                        });
        try (Served served = new Served(answering[0]);
                Client greedy = served.client("DEALER");
                Client modest = served.client("DEALER")) {
            Thread asking = new Thread(() -> ask(greedy, asked));
            asking.start();
            while (heard.size() < 5) {
                Thread.onSpinWait();
            }
            modest.send(List.of(new byte[] {1}, new byte[0]));
            assertThat(modest.receive().get(0)).hasSize(answer.length);
            assertThat(heard).as("questions heard").hasSizeLessThan(asked);

            for (int i = 0; i < asked; i++) {
                assertThat(greedy.receive().get(0)).hasSize(answer.length);
            }
            asking.join();
        }
    }

    /** Long questions, which fill what the connection holds of those that nobody reads. */
    private static void ask(Client client, int count) {
        try {
            for (int i = 0; i < count; i++) {
                client.send(List.of(new byte[] {0}, new byte[100_000]));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aFrameThatIsTooLongIsHungUpOnBeforeItArrivesAndItsLimitIsTold() throws Exception {
        try (Served served = new Served(router);
                Socket client = joined(served)) {
            byte[] head =
                    ByteBuffer.allocate(9).put((byte) Frame.LONG).putLong(600_000_000).array();
            client.getOutputStream().write(head);

            assertThat(client.getInputStream().read()).as("the end").isEqualTo(-1);
            assertThat(served.told()).hasSize(1);
            assertThat(served.told().get(0))
                    .contains("600000000 bytes")
                    .contains(Frame.LONGEST + " are the most");
        }
    }

    @Test
    void whatWaitsIsSentBeforeTheEnd() throws Exception {
        byte[] large = new byte[20_000_000];
        Served served = new Served(router);
        try (Socket client = joined(served)) {
            served.run(() -> send(List.of(NAME, large)));
            Thread end = new Thread(served::close);
            end.start();

            assertThat(client.getInputStream().readAllBytes()).hasSize(1 + 8 + large.length);
            end.join();
        }
    }

    @Test
    void aPingIsAnsweredWithItsContext() throws Exception {
        try (Served served = new Served(router);
                Socket client = joined(served)) {
            byte[] ping = "\4PING\0\5context".getBytes(US_ASCII);
            client.getOutputStream().write(Frames.command(ping).toArray());

            byte[] answer = client.getInputStream().readNBytes(2 + 5 + 7);
            assertThat(new String(answer, US_ASCII)).isEqualTo("\4\14\4PONGcontext");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\nHost: somewhere\r\nUser-Agent: one that lost its way, and on\r\n",
                "a message before anything else was said, which is none of ZeroMQ's greetings",
            })
    void whoSpeaksAnotherProtocolIsLeft(String words) throws Exception {
        assertLeftAlone(words.getBytes(US_ASCII));
    }

    @Test
    void whoWantsEncryptionOrAnOlderVersionIsLeft() throws Exception {
        byte[] curve = Greeting.ours().toArray();
        System.arraycopy("CURVE".getBytes(US_ASCII), 0, curve, 12, 5);
        byte[] old = Greeting.ours().toArray();
        old[10] = 2;

        assertLeftAlone(curve);
        assertLeftAlone(old);
    }

    @Test
    void whoSkipsReadyOrIsOfAWrongTypeOrBreaksItsPropertiesIsLeft() throws Exception {
        assertLeftAlone(joining(Frames.message(Pieces.each(List.of(new byte[] {1})))));
        assertLeftAlone(joining(Command.ready(Map.of("Socket-Type", "SUB".getBytes(US_ASCII)))));
        assertLeftAlone(joining(Command.ready(Map.of())));
        assertLeftAlone(
                joining(Frames.command("\5READY\13Socket-Type\0\1\0\0".getBytes(US_ASCII))));
        assertLeftAlone(joining(Frames.command("\77READY".getBytes(US_ASCII))));
        assertLeftAlone(joining(Frames.command(new byte[0])));
    }

    @Test
    void aPortThatIsTakenIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            InetSocketAddress address =
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), taken.getLocalPort());

            assertThatThrownBy(() -> new EventLoop(line -> {}).bind(address, router))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("Nothing can listen at")
                    .hasMessageContaining(String.valueOf(taken.getLocalPort()));
        }
    }

    @Test
    void aSocketThatWasLeftIsReplacedAndAFileIsNot(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("kernel-1");
        UnixDomainSocketAddress address = UnixDomainSocketAddress.of(file);
        ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(address).close();
        assertThat(file).exists();
        EventLoop loop = new EventLoop(line -> {});
        loop.bind(address, router);
        loop.close(0);
        assertThat(file).doesNotExist();

        Files.writeString(file, "somebody's");
        assertThatThrownBy(() -> new EventLoop(line -> {}).bind(address, router))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString());
        assertThat(file).hasContent("somebody's");
    }

    /** It is hung up on, and the next client is served. */
    private void assertLeftAlone(byte[] said) throws Exception {
        try (Served served = new Served(router);
                Socket stranger = served.raw()) {
            stranger.getOutputStream().write(said);
            byte[] heard = stranger.getInputStream().readAllBytes();
            assertThat(heard.length).as("bytes until the end").isLessThan(200);

            try (Client client = served.client("DEALER")) {
                client.send(List.of(new byte[] {5}));
                assertThat(next()).last().isEqualTo(new byte[] {5});
            }
        }
    }

    private static byte[] joining(Pieces next) {
        Pieces all = Greeting.ours();
        all.add(next);
        return all.toArray();
    }

    private void send(List<byte[]> frames) {
        router.send(Pieces.each(frames), () -> {});
    }

    /** A socket that joined under a name, with all the handshake read. */
    private static Socket joined(Served served) throws IOException {
        Map<String, byte[]> ready =
                Map.of("Socket-Type", "DEALER".getBytes(US_ASCII), "Identity", NAME);
        Socket socket = served.raw();
        socket.getOutputStream().write(joining(Command.ready(ready)));
        socket.getInputStream().readNBytes(Greeting.LENGTH);
        socket.getInputStream().readNBytes(2 + 6 + 1 + "Socket-Type".length() + 4 + 6);
        return socket;
    }

    private List<byte[]> next() throws InterruptedException {
        List<byte[]> next = received.poll(Served.PATIENCE, TimeUnit.MILLISECONDS);
        assertThat(next).as("a received message").isNotNull();
        return next;
    }

    private static void publish(Served served, Publisher publisher, String... topics) {
        for (String topic : topics) {
            served.run(
                    () -> publisher.send(Pieces.each(List.of(topic.getBytes(US_ASCII))), () -> {}));
        }
    }

    private static String text(Client client) throws IOException {
        return new String(client.receive().get(0), US_ASCII);
    }
}
